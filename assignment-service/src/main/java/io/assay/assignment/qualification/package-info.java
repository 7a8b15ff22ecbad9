/**
 * Tutorials and tests: whether a worker may take one, and what came of it. Their questions are
 * training gold that is kept for them, given as assignments and scored by review; {@link
 * io.assay.assignment.qualification.QualificationDecider} has the rules.
 */
@NullMarked
package io.assay.assignment.qualification;

import org.jspecify.annotations.NullMarked;
