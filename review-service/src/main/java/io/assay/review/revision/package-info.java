/**
 * A result that is looked at once more: an audit, an appeal, or more that is known of the workers.
 */
@NullMarked
package io.assay.review.revision;

import org.jspecify.annotations.NullMarked;
