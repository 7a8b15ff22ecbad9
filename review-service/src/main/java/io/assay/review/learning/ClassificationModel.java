package io.assay.review.learning;

import io.assay.events.Answer;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Consensus;
import io.assay.truth.consensus.Vote;
import io.assay.truth.inference.IncrementalInference;
import io.assay.truth.inference.StoppingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who of a project's people names what: an inference for each question that is asked. */
final class ClassificationModel implements ProjectModel {
    /** See {@link io.assay.truth.inference}. */
    private static final String METHOD = "hierarchical/1";

    /** Labels from which on they say more of their workers than gold alone. */
    static final int MIN_LABELS = 200;

    /** A result is not in doubt before another answer is so many times as likely. */
    private static final double MUCH_LIKELIER = 2;

    /** So many are remembered; then the older half of the tasks is forgotten. */
    private static final int MAX_LABELS = 50_000;

    /** The same in answers: each label gives one to each question. */
    private static final int MAX_ANSWERS = 200_000;

    private final Questions questions;
    private final Map<String, Integer> tasks = new HashMap<>();
    private final Map<String, Integer> workers = new HashMap<>();

    /** What consensus decided, by task. */
    private final Map<String, int[]> results = new HashMap<>();

    private final IncrementalInference[] inferences;

    ClassificationModel(Questions questions) {
        this.questions = questions;
        this.inferences =
                Stream.generate(() -> new IncrementalInference(questions.answers()))
                        .limit(questions.count())
                        .toArray(IncrementalInference[]::new);
    }

    /** Learns again what was remembered; labels of answers that are no more are left out. */
    static ClassificationModel of(Questions questions, ModelSnapshot snapshot) {
        ClassificationModel model = new ClassificationModel(questions);
        model.learn(snapshot);
        model.refit();
        return model;
    }

    private void learn(ModelSnapshot snapshot) {
        for (ModelSnapshot.Task task : snapshot.tasks()) {
            List<String> truth = task.truth();
            know(task.id(), truth == null ? Questions.NONE : questions.numbers(truth));
            for (int n = 0; n < task.workers().size(); n++) {
                add(task.id(), task.workers().get(n), questions.numbers(task.named().get(n)));
            }
            List<String> result = task.result();
            decide(task.id(), result == null ? Questions.NONE : questions.numbers(result));
        }
    }

    @Override
    public boolean isFor(Ontology ontology) {
        return Questions.of(ontology).filter(questions::equals).isPresent();
    }

    /** As sure as the answer to the question that is least sure. */
    @Override
    public synchronized Optional<Estimate> estimate(
            String taskId, List<Vote> votes, OverlapRule rule) {
        List<Vote> usable =
                votes.stream().filter(vote -> questions.numbers(vote.answer()).length > 0).toList();
        if (usable.isEmpty() || size() < MIN_LABELS) {
            return Optional.empty();
        }
        int task = tasks.getOrDefault(taskId, tasks.size());
        int[] by = usable.stream().mapToInt(vote -> workerOf(vote.workerId())).toArray();
        StoppingRule stopping = Estimate.stopping(rule);
        int[] best = new int[inferences.length];
        double confidence = 1;
        boolean worthAnother = false;
        for (int q = 0; q < inferences.length; q++) {
            int question = q;
            int[] named =
                    usable.stream()
                            .mapToInt(vote -> questions.numbers(vote.answer())[question])
                            .toArray();
            double[] posterior = inferences[q].posterior(task, by, named);
            best[q] = best(posterior);
            confidence = Math.min(confidence, posterior[best[q]]);
            worthAnother |=
                    stopping.wantsMore(
                            posterior, votes.size(), inferences[q].meanAccuracy(), Long.MAX_VALUE);
        }
        return Optional.of(
                new Estimate(new Consensus(questions.answer(best), confidence), worthAnother));
    }

    /** In the mean of the questions. */
    @Override
    public synchronized OptionalDouble accuracy(String workerId) {
        return size() < MIN_LABELS || !workers.containsKey(workerId)
                ? OptionalDouble.empty()
                : Arrays.stream(inferences)
                        .mapToDouble(inference -> inference.accuracy(workers.get(workerId)))
                        .average();
    }

    @Override
    public synchronized Optional<String> method() {
        return size() < MIN_LABELS ? Optional.empty() : Optional.of(METHOD);
    }

    /** Labels that it knows change nothing. True if all was fitted again. */
    @Override
    public synchronized boolean learn(TrainingExample example) {
        // gold that nobody has answered teaches nothing, and there may be any number of it
        if (example.gold()
                && (!example.labels().isEmpty() || tasks.containsKey(example.taskId()))) {
            Answer truth = example.truth();
            know(example.taskId(), truth == null ? Questions.NONE : questions.numbers(truth));
        }
        for (Submission.Label label : example.labels()) {
            add(example.taskId(), label.workerId(), questions.numbers(label.answer()));
        }
        Answer result = example.result();
        decide(example.taskId(), result == null ? Questions.NONE : questions.numbers(result));
        if (!inferences[0].isStale()) {
            return false;
        }
        if (size() > Math.min(MAX_LABELS, MAX_ANSWERS / inferences.length)) {
            forget();
        }
        refit();
        return true;
    }

    @Override
    public synchronized List<String> doubtedResults() {
        return size() < MIN_LABELS
                ? List.of()
                : tasks.entrySet().stream()
                        .filter(task -> isDoubted(task.getValue(), results.get(task.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private boolean isDoubted(int task, int @Nullable [] result) {
        if (result == null) {
            return false;
        }
        for (int q = 0; q < result.length; q++) {
            double[] posterior = inferences[q].posterior(task);
            if (posterior[best(posterior)] >= MUCH_LIKELIER * posterior[result[q]]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized ModelSnapshot snapshot() {
        String[] names = new String[tasks.size()];
        tasks.forEach((id, number) -> names[number] = id);
        String[] people = new String[workers.size()];
        workers.forEach((id, number) -> people[number] = id);
        List<ModelSnapshot.Task> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            all.add(snapshot(i, names[i], people));
        }
        return new ModelSnapshot(all, null);
    }

    private ModelSnapshot.Task snapshot(int task, String id, String[] people) {
        int labels = inferences[0].votes(task);
        List<String> by = new ArrayList<>();
        int[][] given = new int[labels][inferences.length];
        int[] truth = new int[inferences.length];
        for (int q = 0; q < inferences.length; q++) {
            int question = q;
            int[] next = {0};
            by.clear();
            inferences[q].labels(
                    task,
                    (worker, label) -> {
                        by.add(people[worker]);
                        given[next[0]++][question] = label;
                    });
            truth[q] = inferences[q].truth(task);
        }
        int[] result = results.get(id);
        return new ModelSnapshot.Task(
                id,
                truth[0] < 0 ? null : questions.named(truth),
                List.copyOf(by),
                Arrays.stream(given).map(questions::named).toList(),
                result == null ? null : questions.named(result));
    }

    /**
     * @param truth none if it is not known, or no longer
     */
    private void know(String taskId, int[] truth) {
        for (int q = 0; q < truth.length; q++) {
            inferences[q].know(numbered(tasks, taskId), truth[q]);
        }
        Integer known = tasks.get(taskId);
        if (truth.length == 0 && known != null) {
            for (IncrementalInference inference : inferences) {
                inference.doubt(known);
            }
        }
    }

    private void add(String taskId, String workerId, int[] given) {
        for (int q = 0; q < given.length; q++) {
            inferences[q].add(numbered(tasks, taskId), numbered(workers, workerId), given[q]);
        }
    }

    /**
     * @param result none if consensus decided nothing, or somebody has looked at it since
     */
    private void decide(String taskId, int[] result) {
        if (result.length > 0 && tasks.containsKey(taskId)) {
            results.put(taskId, result);
        } else {
            results.remove(taskId);
        }
    }

    private void refit() {
        for (IncrementalInference inference : inferences) {
            inference.refit();
        }
    }

    /** The older half of the tasks. */
    private void forget() {
        int before = tasks.size() / 2;
        Arrays.setAll(inferences, q -> inferences[q].without(before));
        tasks.values().removeIf(number -> number < before);
        tasks.replaceAll((_, number) -> number - before);
        results.keySet().retainAll(tasks.keySet());
        if (workers.size() > size()) {
            forgetWorkers();
        }
    }

    /** Those without any label, by learning the others' again. */
    private void forgetWorkers() {
        ModelSnapshot kept = snapshot();
        tasks.clear();
        workers.clear();
        results.clear();
        Arrays.setAll(inferences, _ -> new IncrementalInference(questions.answers()));
        learn(kept);
    }

    /** People who have labelled what is known, and some who did before. */
    synchronized int workerCount() {
        return workers.size();
    }

    /** Labels so far; each answers every question. */
    private int size() {
        return inferences[0].size();
    }

    /** Whoever is new is like the crowd. */
    private int workerOf(String workerId) {
        return workers.getOrDefault(workerId, workers.size());
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
