/** Hands requests on to the four services and answers for one that is down. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.proxy;
