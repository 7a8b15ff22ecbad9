package io.assay.task.project;

/**
 * One value that breaks a rule.
 *
 * @param pointer JSON pointer (RFC 6901) to the value in the request
 * @param detail shaped {@code value: -1 (expected: >= 0)}
 */
record FieldProblem(String pointer, String detail) {}
