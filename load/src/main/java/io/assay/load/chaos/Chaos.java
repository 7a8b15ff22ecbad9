package io.assay.load.chaos;

import io.assay.cli.client.Await;
import io.assay.cli.client.Projects;
import io.assay.cli.client.ResultStream;
import io.assay.cli.people.Passwords;
import io.assay.cli.people.SimulatedReviewer;
import io.assay.cli.people.Staff;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import io.assay.cli.reconcile.BookCollector;
import io.assay.cli.reconcile.Books;
import io.assay.cli.reconcile.Books.Planned;
import io.assay.cli.reconcile.Check;
import io.assay.cli.terminal.Progress;
import io.assay.events.OverlapRule;
import io.assay.load.crowd.Crowd;
import io.assay.load.crowd.CrowdProfiles;
import io.assay.load.crowd.WorkLog;
import io.assay.load.project.PictureProject;
import io.assay.load.project.PictureProject.Item;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A run in which everything that can fail does, and then the reckoning. */
public final class Chaos {

    private static final List<String> CLASSES =
            List.of("animal", "food", "object", "place", "plant", "vehicle");
    private static final int PICTURES = 120;
    private static final int IMPORT_PARTS = 5;
    private static final int EVERY_SO_MANY_IS_GOLD = 20;
    private static final double COPY_RATE = 0.03;
    private static final Duration POISON_EVERY = Duration.ofSeconds(7);
    private static final Duration THINK = Duration.ofMillis(60);
    private static final int LEASE_SECONDS = 30;
    private static final Duration WORK_TIMEOUT = Duration.ofMinutes(40);
    private static final Duration SETTLING_TIMEOUT = Duration.ofMinutes(6);

    private final PrintStream out;
    private final TargetStack target;
    private final ChaosOptions options;
    private final OverlapRule overlap;

    public Chaos(PrintStream out, TargetStack target, ChaosOptions options) {
        this.out = out;
        this.target = target;
        this.options = options;
        this.overlap = new OverlapRule(options.labels(), options.labels() + 2, 0.9);
    }

    /**
     * Runs it all.
     *
     * @return every statement, and whether it holds
     * @throws TimeoutException if the platform does not come to rest
     */
    public List<Check> run() throws TimeoutException, InterruptedException {
        Staff staff = Staff.create(target.accounts(), target.opsPassword());
        PictureProject project =
                PictureProject.draft(
                        staff,
                        "Chaos " + staff.run(),
                        CLASSES,
                        new PictureProject.Rules(overlap, 0.05, LEASE_SECONDS));
        project.publish();
        try (Crowd crowd =
                Crowd.create(
                        target.accounts(),
                        staff.ops(),
                        "worker-" + staff.run(),
                        Passwords.random(14),
                        CrowdProfiles.of(options.workers(), THINK, options.seed()),
                        new WorkLog())) {
            out.println("✔ " + options.workers() + " workers let in; chaos begins");
            Killer killer = new Killer(target);
            Evidence evidence = runUnderFaults(staff, project, crowd, killer);
            List<Check> checks = new ArrayList<>(ChaosStatements.of(evidence));
            checks.addAll(ApiProbes.of(staff, crowd, project.projectId()));
            checks.add(killed(killer));
            checks.add(unexpected(crowd.log()));
            return checks;
        }
    }

    private Evidence runUnderFaults(Staff staff, PictureProject project, Crowd crowd, Killer killer)
            throws TimeoutException, InterruptedException {
        Queue<ResultStream.Line> streamed = new ConcurrentLinkedQueue<>();
        ResultStream stream = new ResultStream(staff.partner(), project.projectId(), streamed::add);
        SimulatedReviewer reviewer =
                new SimulatedReviewer(staff.reviewer(), project.truth(), crowd.log().refusals());
        JournalWatch watch = new JournalWatch(staff.finance());
        BookCollector collector = crowd.collector(staff, project.projectId());
        AtomicBoolean over = new AtomicBoolean();
        try (FaultInjector injector =
                        new FaultInjector(target.kafkaBootstrap(), COPY_RATE, options.seed() + 1);
                BackgroundThreads background = new BackgroundThreads();
                Progress _ =
                        Progress.start(
                                out, () -> progress(crowd.log(), killer, injector, streamed))) {
            Instant start = Instant.now();
            background.start(stream::follow);
            background.start(watch::run);
            background.start(injector::copy);
            background.start(() -> reviewer.run(project.projectId(), over::get));
            crowd.start(project.projectId(), project.truth(), options.seed());
            Thread killing = background.start(() -> kill(killer, crowd.log()));
            background.every(POISON_EVERY, injector::poisonAll);
            Books.Imported imported = bring(project);
            killing.join();
            Await.await(WORK_TIMEOUT, collector::missingResults);
            crowd.stop();
            Await.await(timeoutSince(start, Instant.now()), collector::unsettled);
            over.set(true);
            Await.await(SETTLING_TIMEOUT, () -> missing(streamed, imported.planned()));
            background.stop();
            injector.flush();
            EvidenceCollector reckoning =
                    new EvidenceCollector(
                            staff, new EventLog(target.kafkaBootstrap()), injector, watch);
            Books books = collector.collect(imported, List.copyOf(streamed), overlap.max());
            return reckoning.evidence(project.projectId(), books, crowd.log());
        }
    }

    /** Gold verdicts imitate how long consensus took, so some come as late as the run was long. */
    private static Duration timeoutSince(Instant start, Instant now) {
        return Duration.between(start, now).plus(SETTLING_TIMEOUT);
    }

    private void kill(Killer killer, WorkLog log) {
        Random random = new Random(options.seed() + 2);
        KillPlan plan = KillPlan.of(options.kills(), target.victims(), random);
        if (options.outage()) {
            target.outages();
        }
        double expected = (double) options.tasks() * options.labels();
        killer.carryOut(plan, () -> log.labelled().size() / expected);
    }

    private static Optional<String> missing(
            Queue<ResultStream.Line> streamed, List<Planned> planned) {
        long tasks = planned.stream().filter(p -> !p.gold()).count();
        long sent =
                streamed.stream()
                        .map(line -> line.data().path("taskId").asString(""))
                        .distinct()
                        .count();
        return sent == tasks
                ? Optional.empty()
                : Optional.of("%,d of %,d results streamed".formatted(sent, tasks));
    }

    private Books.Imported bring(PictureProject project) throws TimeoutException {
        List<Item> items = items();
        List<Planned> planned = new ArrayList<>();
        long created = 0;
        int part = Math.max(1, items.size() / IMPORT_PARTS);
        for (int from = 0; from < items.size(); from += part) {
            List<Item> some = items.subList(from, Math.min(items.size(), from + part));
            Books.Imported imported = project.bring(some);
            planned.addAll(imported.planned());
            created += imported.job().created();
        }
        return new Books.Imported(
                planned, new Projects.Job("all", "done", items.size(), created, 0, 0));
    }

    private List<Item> items() {
        List<Picture> pictures = DrawnPictures.draw(PICTURES, CLASSES, options.seed());
        List<Item> items = new ArrayList<>();
        int gold = Math.max(1, options.tasks() / EVERY_SO_MANY_IS_GOLD);
        for (int i = 0; i < options.tasks() + gold; i++) {
            items.add(
                    new Item(
                            "picture-%06d".formatted(i),
                            pictures.get(i % PICTURES),
                            i % (EVERY_SO_MANY_IS_GOLD + 1) == 0
                                    && i / (EVERY_SO_MANY_IS_GOLD + 1) < gold));
        }
        return items;
    }

    private static String progress(
            WorkLog log, Killer killer, FaultInjector injector, Queue<ResultStream.Line> streamed) {
        return "%,d labels · results %,d · kills %s · %,d duplicates · %,d poison"
                .formatted(
                        log.labelled().size(),
                        streamed.size(),
                        killer.killed(),
                        injector.copies(),
                        injector.poison().size());
    }

    private Check killed(Killer killer) {
        return new Check(
                "  killed (SIGKILL), and up again",
                killer.count() >= options.kills() && killer.failures().isEmpty(),
                "%,d: %s %s".formatted(killer.count(), killer.killed(), killer.failures()));
    }

    private static Check unexpected(WorkLog log) {
        return Check.none(
                "  the API kept its promises to the crowd",
                log.refusals().unexpected().size(),
                log.refusals().unexpected().isEmpty()
                        ? "refused: " + log.refusals().ordinary()
                        : String.join("; ", log.refusals().unexpected()));
    }
}
