/** What a result rests on, and what a later one changes. */
@NullMarked
package io.assay.review.provenance;

import org.jspecify.annotations.NullMarked;
