/** What review receives of projects and tasks: a batch is read, decided and written at once. */
@NullMarked
package io.assay.review.intake;

import org.jspecify.annotations.NullMarked;
