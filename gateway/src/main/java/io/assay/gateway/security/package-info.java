/** The filter chains: who is asked for what, and how refusals read. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.security;
