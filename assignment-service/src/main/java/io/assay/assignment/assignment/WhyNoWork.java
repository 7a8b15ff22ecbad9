package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Reason.Rule;
import io.assay.assignment.dispatch.TaskAvailability;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import io.assay.events.Guideline;
import java.util.ArrayList;
import java.util.List;

/** Answers "why is there no work for me?" by the same rules that dispatch goes by. */
final class WhyNoWork {

    private WhyNoWork() {}

    /** What keeps the worker from all projects. */
    static List<Reason> ofWorker(Worker worker, int held, LeaseLimits limits, boolean settled) {
        List<Reason> reasons = new ArrayList<>();
        if (!worker.active()) {
            reasons.add(Reason.of(Rule.WORKER_NOT_ACTIVE));
        }
        if (held >= limits.overall()) {
            reasons.add(Reason.holding(held, limits.overall()));
        }
        if (!settled) {
            reasons.add(Reason.of(Rule.SHARE_MOVING));
        }
        return reasons;
    }

    /** What keeps the worker from the whole project. */
    static List<Reason> ofProject(
            Worker worker, Project project, TaskAvailability availability, LeaseLimits limits) {
        List<Reason> reasons = new ArrayList<>();
        switch (project.facts().status()) {
            case PAUSED -> reasons.add(Reason.of(Rule.PROJECT_PAUSED));
            case CLOSED -> reasons.add(Reason.of(Rule.PROJECT_CLOSED));
            case DRAFT, PUBLISHED -> {}
        }
        if (!Admission.isQualified(worker, project)) {
            int under = worker.passedVersion(project.id());
            reasons.add(Reason.testNotPassed(under, project.testedSince()));
        } else if (!Admission.isAdmitted(worker, project)) {
            int tier = worker.tier(project.skill(), project.facts().requesterId());
            reasons.add(Reason.notQualified(tier, project.facts().tierRule().minTier()));
        }
        Guideline guideline = project.facts().guideline();
        if (!worker.hasAcknowledged(project.id(), guideline)) {
            int known = worker.acknowledgedVersion(project.id());
            reasons.add(Reason.notAcknowledged(known, guideline.version()));
        }
        int cap = Offers.cap(project, limits);
        if (availability.held() >= cap) {
            reasons.add(Reason.holding(availability.held(), cap));
        }
        return reasons;
    }

    /**
     * What keeps the worker from some of the project's tasks. By numbers that move with each lease
     * of work, and not with one of gold, the two could be told apart: they are rough.
     */
    static List<Reason> ofTasks(int tier, TaskAvailability availability) {
        List<Reason> reasons = new ArrayList<>();
        if (!availability.available()) {
            addIfAny(Rule.ALREADY_HAD, availability.ready(), reasons);
        }
        List<Integer> above = availability.readyAbove();
        for (int i = 0; i < above.size(); i++) {
            if (above.get(i) > 0) {
                reasons.add(Reason.tierTooLow(RoughCount.of(above.get(i)), tier, tier + 1 + i));
            }
        }
        addIfAny(Rule.BUDGET_EXHAUSTED, availability.beyondBudget(), reasons);
        addIfAny(Rule.NAMED_FOR_OTHERS, availability.namedForOthers(), reasons);
        if (reasons.isEmpty() && !availability.available()) {
            reasons.add(Reason.of(availability.anyOpen() ? Rule.TAKEN : Rule.NOTHING_OPEN));
        }
        return reasons;
    }

    private static void addIfAny(Rule rule, int tasks, List<Reason> reasons) {
        if (tasks > 0) {
            reasons.add(Reason.of(rule, RoughCount.of(tasks)));
        }
    }
}
