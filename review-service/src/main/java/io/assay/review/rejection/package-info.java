/**
 * When rejections are so many that rather the check than the work is wrong: pure rules, and the
 * verdicts of late that they look at.
 */
@NullMarked
package io.assay.review.rejection;

import org.jspecify.annotations.NullMarked;
