package io.assay.review.task;

/** A reviewer's decision with what it refers to. */
public record Ruling(Decision decision, String reviewer, Grounds grounds) {}
