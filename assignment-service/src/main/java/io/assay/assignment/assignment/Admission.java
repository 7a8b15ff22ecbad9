package io.assay.assignment.assignment;

import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;

/** Who may work on a project: by tier in its skill, or, where it has a test, by having passed. */
public final class Admission {

    private Admission() {}

    /** Whether the worker has passed the test; true where there is none. */
    public static boolean isQualified(Worker worker, Project project) {
        return worker.passedVersion(project.id()) >= project.testedSince();
    }

    /** The tier at which the worker works on the project: a passed test lifts to its lowest. */
    public static int tier(Worker worker, Project project) {
        int tier = worker.tier(project.skill(), project.facts().requesterId());
        return project.qualification() != null && isQualified(worker, project)
                ? tierOncePassed(worker, project)
                : tier;
    }

    /** What {@link #tier} is, or would be with the test passed. */
    public static int tierOncePassed(Worker worker, Project project) {
        return Math.max(
                worker.tier(project.skill(), project.facts().requesterId()),
                project.facts().tierRule().minTier());
    }

    static boolean isAdmitted(Worker worker, Project project) {
        return isQualified(worker, project) && project.admits(tier(worker, project));
    }

    /** Whether the worker may know of the project: who can be tested may. */
    static boolean isOpen(Worker worker, Project project) {
        return project.qualification() != null
                || project.admits(worker.tier(project.skill(), project.facts().requesterId()));
    }
}
