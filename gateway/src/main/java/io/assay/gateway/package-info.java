/** The one front door: sign-in, routing, limits and the partners' live stream. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway;
