package io.assay.assignment.dispatch;

import java.util.Comparator;
import java.util.List;

/**
 * Weighted fair queueing between projects: the one that was given least by its weight goes first. A
 * project that had no work meanwhile saves up nothing.
 */
final class FairShare {

    private double now;

    record Turn(ProjectQueue project, Offer offer) {}

    List<Turn> order(List<Turn> turns) {
        return turns.stream().sorted(Comparator.comparingDouble(t -> start(t.project()))).toList();
    }

    void charge(Turn turn, int given) {
        now = start(turn.project());
        turn.project().finish = now + given / turn.offer().weight();
    }

    private double start(ProjectQueue project) {
        return Math.max(now, project.finish);
    }
}
