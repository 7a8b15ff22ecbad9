/** The task service: what is to be labelled, by which rules, and what came of it. */
@org.jspecify.annotations.NullMarked
package io.assay.task;
