/** The reviewers' queue: disputed and flagged pictures, worst first, and the decision on one. */
@NullMarked
package io.assay.review.adjudication;

import org.jspecify.annotations.NullMarked;
