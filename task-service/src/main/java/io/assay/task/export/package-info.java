/** Hands the labelled set out in the formats of the trade. */
@org.jspecify.annotations.NullMarked
package io.assay.task.export;
