package io.assay.review.task;

/** A reviewer's decision with what it refers to. */
public record ReviewerDecision(Decision decision, String reviewer, Grounds grounds) {}
