package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * What is to be labelled, by reference.
 *
 * @param kind {@code image} so far
 * @param ref {@code picture:SHA256} of an upload, or an https URL
 * @param contentType as found in the bytes, where they were seen
 * @param width in pixels, where known
 * @param height in pixels, where known
 */
public record Media(
        String kind,
        String ref,
        @Nullable String contentType,
        @Nullable Integer width,
        @Nullable Integer height) {}
