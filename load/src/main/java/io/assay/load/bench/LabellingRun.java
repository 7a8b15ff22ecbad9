package io.assay.load.bench;

import io.assay.cli.client.Pause;
import io.assay.cli.people.LoadWorker;
import io.assay.cli.people.LoadWorker.Answered;
import io.assay.cli.people.LoadWorker.Batch;
import io.assay.cli.people.LoadWorker.Held;
import io.assay.cli.people.LoadWorker.Leased;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * One worker who labels as fast as the platform lets, until all labels that a project asks for are
 * given.
 *
 * @param batch most pictures of one lease
 * @param watch receives the task of each label before it is sent
 */
record LabellingRun(
        LoadWorker worker, BenchProject project, int batch, PhaseCounts counts, ResultWatch watch) {

    private static final Duration AFTER_NOTHING = Duration.ofMillis(200);

    /** One label a request. */
    void oneByOne() {
        guarded(
                () -> {
                    while (!over()) {
                        List<Held> held = lease();
                        for (Held one : held) {
                            watch.sent(one.taskId());
                            Answered answered =
                                    worker.label(one.assignmentId(), Answers.labelling(one));
                            counts.submitted(answered, answered.isSuccess() ? 1 : 0);
                        }
                    }
                });
    }

    /** All labels of a batch in one request, which brings the next batch. */
    void batched() {
        guarded(
                () -> {
                    while (!over()) {
                        List<Held> held = lease();
                        while (!held.isEmpty()) {
                            held = submit(held);
                        }
                    }
                });
    }

    private List<Held> submit(List<Held> held) throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Held one : held) {
            watch.sent(one.taskId());
            answers.put(one.assignmentId(), Answers.answer(one));
        }
        Batch batch = worker.labels(answers, project.id(), batch());
        counts.submitted(batch.answered(), batch.taken());
        counts.leased(batch.next().size());
        if (!batch.refusal().isEmpty()) {
            counts.refused(batch.refusal());
        }
        return batch.next();
    }

    /** Empty if there is nothing at the moment. */
    private List<Held> lease() throws IOException {
        Leased leased = worker.lease(project.id(), batch);
        counts.leased(leased.answered(), leased.assignments().size());
        if (leased.assignments().isEmpty() && !over()) {
            Pause.of(AFTER_NOTHING);
        }
        return leased.assignments();
    }

    private boolean over() {
        return counts.leased() >= project.labels();
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            counts.broken(e);
        } catch (CancellationException e) {
            // interrupted
        } catch (RuntimeException e) {
            counts.refused(e.toString());
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
