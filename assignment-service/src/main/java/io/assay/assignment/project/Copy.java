package io.assay.assignment.project;

import io.assay.events.Guideline;
import io.assay.events.ProjectChanged;

/** The newest whole state received of a project. */
record Copy(long sequence, ProjectChanged facts) {

    /** As it is kept in memory: the text of the guideline, up to 100 kB, stays in the store. */
    Copy withoutText() {
        Guideline guideline = facts.guideline();
        return new Copy(
                sequence,
                facts.withGuideline(
                        new Guideline(
                                guideline.version(),
                                guideline.sha256(),
                                "",
                                guideline.materialSince())));
    }
}
