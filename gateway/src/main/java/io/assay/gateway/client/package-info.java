/** Programs that sign in: the web client and machine clients with a secret. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.client;
