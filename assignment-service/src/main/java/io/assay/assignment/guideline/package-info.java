/** Workers read what is asked of them, see what changed, and acknowledge it. */
@NullMarked
package io.assay.assignment.guideline;

import org.jspecify.annotations.NullMarked;
