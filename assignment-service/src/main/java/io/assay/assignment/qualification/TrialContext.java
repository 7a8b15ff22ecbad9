package io.assay.assignment.qualification;

import io.assay.events.QualificationRule;
import java.time.Instant;

/**
 * What decides about a further tutorial or test beside those taken.
 *
 * @param since the oldest version of the guideline under which a passed test counts
 * @param work tasks for those who pass, in this instance's share, about
 */
record TrialContext(QualificationRule rule, int since, int work, Instant now) {}
