/** Verdicts as their workers read them, and appeals against rejections. */
@NullMarked
package io.assay.review.appeal;

import org.jspecify.annotations.NullMarked;
