/** The pages the gateway serves itself: the web client, sign-in for programs, documentation. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.site;
