package io.assay.review.skill;

/** A label held against an outcome that did not rest on gold. */
public record Agreed(String workerId, String skill, boolean agrees) {}
