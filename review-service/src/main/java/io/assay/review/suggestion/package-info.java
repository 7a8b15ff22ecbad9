/** Sentences that reviewers suggest for a guideline, and what its requester says of them. */
@NullMarked
package io.assay.review.suggestion;

import org.jspecify.annotations.NullMarked;
