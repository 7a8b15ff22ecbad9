/** The few pages the gateway serves itself: landing, sign-in, documentation. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.site;
