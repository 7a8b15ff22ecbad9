package io.assay.review.crowd;

import io.assay.events.Answer;
import io.assay.events.OverlapRule;
import io.assay.review.consensus.Consensus;
import io.assay.review.inference.IncrementalInference;
import io.assay.review.verdict.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What this instance has learnt from the labels of one project. It may be lost at any time: what
 * was decided by it is kept with the tasks. Thread-safe.
 */
final class ProjectCrowd implements Learned {
    /** Labels from which on they tell more of their workers than gold alone. */
    static final int ENOUGH = 200;

    /** So many are remembered; then the older half of the tasks is forgotten. */
    private static final int MOST = 50_000;

    private final Question question;
    private final Map<String, Integer> tasks = new HashMap<>();
    private final Map<String, Integer> workers = new HashMap<>();
    private IncrementalInference inference;

    ProjectCrowd(Question question) {
        this.question = question;
        this.inference = new IncrementalInference(question.names().size());
    }

    /** Learns again what was remembered; labels of answers that are no more are left out. */
    static ProjectCrowd of(Question question, Remembered remembered) {
        ProjectCrowd crowd = new ProjectCrowd(question);
        for (Remembered.Task task : remembered.tasks()) {
            int truth = question.number(task.truth());
            if (truth >= 0) {
                crowd.inference.know(numbered(crowd.tasks, task.id()), truth);
            }
            for (int n = 0; n < task.workers().size(); n++) {
                crowd.learn(task.id(), task.workers().get(n), question.number(task.named().get(n)));
            }
        }
        crowd.inference.refit();
        return crowd;
    }

    boolean asks(Question asked) {
        return question.equals(asked);
    }

    @Override
    public synchronized Optional<Belief> belief(
            String taskId, List<Submission.Label> labels, OverlapRule rule) {
        List<Submission.Label> usable =
                labels.stream().filter(label -> question.number(label.answer()) >= 0).toList();
        if (usable.isEmpty() || inference.size() < ENOUGH) {
            return Optional.empty();
        }
        double[] posterior =
                inference.posterior(
                        tasks.getOrDefault(taskId, tasks.size()),
                        usable.stream().mapToInt(this::workerOf).toArray(),
                        usable.stream()
                                .mapToInt(label -> question.number(label.answer()))
                                .toArray());
        int best = best(posterior);
        Consensus consensus = new Consensus(question.answer(best), posterior[best]);
        return Optional.of(
                Belief.of(consensus, posterior, labels.size(), inference.meanAccuracy(), rule));
    }

    @Override
    public synchronized OptionalDouble accuracy(String workerId) {
        return inference.size() < ENOUGH || !workers.containsKey(workerId)
                ? OptionalDouble.empty()
                : OptionalDouble.of(inference.accuracy(workers.get(workerId)));
    }

    /**
     * Learns labels; those that it knows change nothing.
     *
     * @return whether so much is new that all of it was fitted again
     */
    synchronized boolean hear(String taskId, List<Submission.Label> labels) {
        labels.forEach(label -> learn(taskId, label.workerId(), question.number(label.answer())));
        if (!inference.isStale()) {
            return false;
        }
        if (inference.size() > MOST) {
            forget();
        }
        inference.refit();
        return true;
    }

    /** Learns what is true of a task; null if that is no longer known. */
    synchronized void know(String taskId, @Nullable Answer truth) {
        int named = truth == null ? -1 : question.number(truth);
        if (named >= 0) {
            inference.know(numbered(tasks, taskId), named);
        } else if (tasks.containsKey(taskId)) {
            inference.doubt(tasks.get(taskId));
        }
    }

    synchronized Remembered remembered() {
        String[] names = new String[tasks.size()];
        tasks.forEach((id, number) -> names[number] = id);
        String[] people = new String[workers.size()];
        workers.forEach((id, number) -> people[number] = id);
        List<Remembered.Task> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            List<String> by = new ArrayList<>();
            List<String> named = new ArrayList<>();
            inference.labels(
                    i,
                    (worker, label) -> {
                        by.add(people[worker]);
                        named.add(question.names().get(label));
                    });
            int truth = inference.truth(i);
            String known = truth < 0 ? null : question.names().get(truth);
            all.add(new Remembered.Task(names[i], known, by, named));
        }
        return new Remembered(all);
    }

    private void learn(String taskId, String workerId, int named) {
        if (named >= 0) {
            inference.add(numbered(tasks, taskId), numbered(workers, workerId), named);
        }
    }

    /** The older half of the tasks. */
    private void forget() {
        int before = tasks.size() / 2;
        inference = inference.without(before);
        tasks.values().removeIf(number -> number < before);
        tasks.replaceAll((_, number) -> number - before);
    }

    /** Whoever is new is like the crowd. */
    private int workerOf(Submission.Label label) {
        return workers.getOrDefault(label.workerId(), workers.size());
    }

    private static int numbered(Map<String, Integer> numbers, String name) {
        int next = numbers.size();
        Integer known = numbers.putIfAbsent(name, next);
        return known == null ? next : known;
    }

    private static int best(double[] posterior) {
        int best = 0;
        for (int c = 1; c < posterior.length; c++) {
            best = posterior[c] > posterior[best] ? c : best;
        }
        return best;
    }
}
