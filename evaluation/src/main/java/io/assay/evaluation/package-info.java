/** {@code ./assay evaluate}: every method of inference on a recorded data set, in tables. */
@NullMarked
package io.assay.evaluation;

import org.jspecify.annotations.NullMarked;
