/** One picture to be labelled and the outcome it has so far. */
@org.jspecify.annotations.NullMarked
package io.assay.task.task;
