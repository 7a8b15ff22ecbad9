package io.assay.truth.consensus;

import io.assay.events.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One worker's answer and how far it is trusted.
 *
 * @param accuracy probability that an answer of this worker is right, 0 to 1
 * @param drawing how the worker finds and draws objects
 */
public record Vote(String workerId, double accuracy, Answer answer, DrawingSkill drawing) {
    private static final Comparator<Vote> ORDER =
            Comparator.comparing(Vote::accuracy).thenComparing(vote -> vote.answer().toString());

    public Vote {
        if (!(accuracy >= 0 && accuracy <= 1)) {
            throw new IllegalArgumentException("accuracy: " + accuracy + " (expected: 0 to 1)");
        }
    }

    /** By somebody of whom no more is known: the accuracy stands for how well they draw, too. */
    public Vote(String workerId, double accuracy, Answer answer) {
        this(workerId, accuracy, answer, DrawingSkill.ofAccuracy(accuracy));
    }

    /**
     * One vote per worker, in an order of their own: sums of doubles then do not depend on who
     * answered first, and a worker given twice counts once.
     */
    static List<Vote> canonical(List<Vote> votes) {
        Map<String, Vote> byWorker = new TreeMap<>();
        votes.stream().sorted(ORDER).forEach(vote -> byWorker.putIfAbsent(vote.workerId(), vote));
        return List.copyOf(byWorker.values());
    }
}
