/**
 * What the labels of a project say of those who gave them, and with it of each task: the bridge
 * from answers and ids to the numbers of {@link io.assay.truth.inference}.
 */
@NullMarked
package io.assay.review.learning;

import org.jspecify.annotations.NullMarked;
