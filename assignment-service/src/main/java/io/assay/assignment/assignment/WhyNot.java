package io.assay.assignment.assignment;

import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.HandoverLock;
import io.assay.assignment.dispatch.TaskAvailability;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What keeps a worker from work, as they are told. */
final class WhyNot {

    private final LeasePolicy policy;
    private final Dispatch dispatch;
    private final HandoverLock handover;
    private final InstantSource clock;

    WhyNot(LeasePolicy policy, Dispatch dispatch, HandoverLock handover, InstantSource clock) {
        this.policy = policy;
        this.dispatch = dispatch;
        this.handover = handover;
        this.clock = clock;
    }

    /** From all work. */
    List<Reason> ofWorker(String workerId, Worker worker) {
        List<Reason> reasons = reasons(policy.refusals(workerId, worker));
        if (!handover.isReady()) {
            reasons.add(Reason.of(Reason.Rule.SHARE_MOVING));
        }
        return reasons;
    }

    /** From all tasks of the project, beside what keeps them from all work. */
    List<Reason> ofProject(String workerId, Worker worker, Project project) {
        List<Reason> reasons = reasons(policy.refusals(workerId, worker, project));
        if (!project.takes(worker, clock.instant())) {
            reasons.add(Reason.of(Reason.Rule.APPLICATIONS_CLOSED));
        }
        return reasons;
    }

    /** Whether there is work for the worker once they have read or shown what they can do. */
    boolean leadsToWork(String workerId, Worker worker, Project project) {
        return project.takes(worker, clock.instant())
                && policy.refusals(workerId, worker, project).stream()
                        .allMatch(
                                refusal ->
                                        !refusal.bars()
                                                || refusal instanceof LeaseRefusal.TestNotPassed);
    }

    TaskAvailability tasks(String workerId, Project project, int tier) {
        return dispatch.availability(project.id(), workerId, tier, project.remainingBudget(tier));
    }

    private static List<Reason> reasons(List<LeaseRefusal> refusals) {
        return refusals.stream()
                .flatMap(refusal -> Reason.of(refusal).stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
