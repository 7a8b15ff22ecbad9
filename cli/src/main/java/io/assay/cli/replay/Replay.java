package io.assay.cli.replay;

import io.assay.cli.client.Await;
import io.assay.cli.client.ResultStream;
import io.assay.cli.client.Work;
import io.assay.cli.people.KnownAnswers;
import io.assay.cli.people.LoadWorker;
import io.assay.cli.people.LoadWorkers;
import io.assay.cli.people.Refusals;
import io.assay.cli.people.SimulatedReviewer;
import io.assay.cli.people.Staff;
import io.assay.cli.reconcile.BookCollector;
import io.assay.cli.reconcile.Books;
import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Reconciliation;
import io.assay.cli.reconcile.Savings;
import io.assay.cli.reconcile.Table;
import io.assay.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Gives recorded labels through the public API, each by an account of its own worker, and compares
 * what the platform makes of them with the truth. Which account stands for which recorded worker is
 * known here alone, and forgotten at the end.
 */
final class Replay {

    private static final Duration LABELLING = Duration.ofMinutes(20);
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final PrintStream out;
    private final Staff staff;
    private final Recording recording;
    private final OptionalDouble target;
    private final ReplayProject project;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    /**
     * @param target confidence at which a task needs no further label; empty to take all
     */
    Replay(PrintStream out, Staff staff, Recording recording, OptionalDouble target) {
        this.out = out;
        this.staff = staff;
        this.recording = recording;
        this.target = target;
        this.project = new ReplayProject(staff, recording, target);
    }

    /**
     * Runs it all on a stack that is up.
     *
     * @param directory where the recording is
     * @return whether everything adds up, and the platform is no worse than majority vote
     * @throws TimeoutException if something that should come does not
     */
    boolean run(Path directory) throws IOException, InterruptedException, TimeoutException {
        List<String> recorded = List.copyOf(recording.workers());
        // one stack may see several replays
        String name = "replay-" + UUID.randomUUID().toString().substring(0, 8);
        try (LoadWorkers workforce =
                LoadWorkers.create(staff.accounts(), staff.ops(), name, recorded.size())) {
            Map<String, LoadWorker> accounts = new LinkedHashMap<>();
            for (int i = 0; i < recorded.size(); i++) {
                accounts.put(recorded.get(i), workforce.workers().get(i));
            }
            out.println("✔ %,d workers have an account each".formatted(accounts.size()));
            bring(directory, accounts);
            BookCollector collector = collector(workforce);
            label(accounts, collector);
            return report(collector);
        }
    }

    private void bring(Path directory, Map<String, LoadWorker> accounts)
            throws InterruptedException, TimeoutException {
        Pictures pictures = new Pictures(directory, staff.projects());
        Set<String> items = recording.labels().keySet();
        Map<String, String> refs = pictures.upload(items);
        Map<String, String> ids = new LinkedHashMap<>();
        accounts.forEach((worker, account) -> ids.put(worker, account.id()));
        project.fill("Replay of " + directory.getFileName(), refs, ids);
        out.println(
                "✔ %,d items imported, %,d with their picture"
                        .formatted(items.size(), pictures.recorded(items)));
    }

    private BookCollector collector(LoadWorkers workforce) {
        return new BookCollector(
                staff,
                workforce.workers().stream()
                        .map(one -> new BookCollector.Person(one.id(), new Work(one.session())))
                        .toList(),
                () -> acknowledged,
                List.of(project.id()));
    }

    private void label(Map<String, LoadWorker> accounts, BookCollector collector)
            throws InterruptedException, TimeoutException {
        SimulatedReviewer reviewer =
                new SimulatedReviewer(staff.reviewer(), believed(), new Refusals());
        AtomicBoolean enough = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        accounts.forEach(
                (worker, account) ->
                        threads.add(
                                Thread.ofVirtual()
                                        .start(worker(worker, account, enough::get)::work)));
        Thread reviewing = Thread.ofVirtual().start(() -> reviewer.run(project.id(), over::get));
        try (Progress _ = Progress.start(out, () -> progress(reviewer))) {
            Await.await(LABELLING, collector::missingResults);
            enough.set(target.isPresent());
            for (Thread thread : threads) {
                thread.join(SETTLING);
            }
            Await.await(SETTLING, collector::unsettled);
        } finally {
            over.set(true);
            threads.forEach(Thread::interrupt);
            reviewing.join(Duration.ofSeconds(5)); // it looks whether it is over
        }
    }

    private ReplayWorker worker(String worker, LoadWorker account, BooleanSupplier enough) {
        return new ReplayWorker(
                account, project.id(), project.labelsOf(worker), acknowledged, unexpected, enough);
    }

    /**
     * What the reviewer answers where consensus is undecided: not the truth, but what can be
     * believed from the labels alone.
     */
    private KnownAnswers believed() {
        LikelyAnswers likeliest = new LikelyAnswers(recording);
        KnownAnswers believed = new KnownAnswers(List.of());
        recording
                .labels()
                .keySet()
                .forEach(
                        item ->
                                believed.add(
                                        project.taskOf(item), project.classId(likeliest.of(item))));
        return believed;
    }

    private String progress(SimulatedReviewer reviewer) {
        return "%,d of %,d labels · %,d undecided, decided by the reviewer"
                .formatted(acknowledged.size(), recording.labelCount(), reviewer.decided());
    }

    private boolean report(BookCollector collector) throws IOException {
        List<ResultStream.Line> streamed = new ArrayList<>();
        new ResultStream(staff.partner(), project.id(), streamed::add).readAll();
        Books books = collector.collect(project.imported(), streamed, recording.maxLabels());
        Scores scores = Scores.of(recording, project::classId, books.exported(), streamed);
        List<Check> accuracy = scores.checks(target.isEmpty());
        List<Check> checks = new ArrayList<>();
        if (target.isEmpty()) {
            checks.add(
                    Check.same(
                            "each recorded label given and acknowledged",
                            recording.labelCount(),
                            (long) acknowledged.size()));
        }
        checks.add(
                Check.none(
                        "the API kept its promises to the workers",
                        unexpected.size(),
                        String.join("; ", unexpected.stream().limit(10).toList())));
        checks.addAll(Reconciliation.of(books, scores.majorityShare()));
        out.println();
        out.println(Table.of("Accuracy", accuracy));
        if (target.isPresent()) {
            out.println();
            out.println(
                    Table.of(
                            "Stopping",
                            Savings.of(books, recording.labelCount(), ReplayProject.PRICE)));
        }
        out.println();
        out.println(Table.of("Reconciliation of the replay", checks));
        return Table.allHold(accuracy) && Table.allHold(checks);
    }
}
