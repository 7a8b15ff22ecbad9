package io.assay.events;

/**
 * One immutable version of what workers are asked to do.
 *
 * @param version 1 for the first, then counted up
 * @param sha256 of the Markdown in UTF-8, lower-case hex
 */
public record Guideline(int version, String sha256, String markdown) {}
