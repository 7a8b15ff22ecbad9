/** Who was signed out and which keys were withdrawn, for the gateway and all services. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.revocation;
