/** Turns a requester's rows into tasks, each exactly once. */
@org.jspecify.annotations.NullMarked
package io.assay.task.importing;
