/** Keeps the current result of every task and hands the whole set out. */
@org.jspecify.annotations.NullMarked
package io.assay.task.result;
