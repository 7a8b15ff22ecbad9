package io.assay.events;

/**
 * One class of an ontology.
 *
 * @param id stable, what answers name: 1 to 64 of {@code a-z A-Z 0-9 _ -}
 * @param name what people read, 1 to 100 characters
 */
public record LabelClass(String id, String name) {}
