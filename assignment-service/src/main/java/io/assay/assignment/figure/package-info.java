/** What work in a project really takes and brings: times, verdicts, pay per hour. */
@NullMarked
package io.assay.assignment.figure;

import org.jspecify.annotations.NullMarked;
