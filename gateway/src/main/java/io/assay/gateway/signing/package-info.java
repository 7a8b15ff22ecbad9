/** A secret of the gateway's own, which signs what clients keep for it. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.signing;
