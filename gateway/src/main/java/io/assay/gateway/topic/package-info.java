/** How the gateway reads topics: consumers of its own, without a group. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.topic;
