/** The resumable stream of results: every result of a reader's projects, once. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.stream;
