package io.assay.load.instances;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Await;
import io.assay.cli.client.Http;
import io.assay.cli.client.ResultStream;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.people.Passwords;
import io.assay.cli.people.SimulatedReviewer;
import io.assay.cli.people.Staff;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import io.assay.cli.reconcile.BookCollector;
import io.assay.cli.reconcile.Books;
import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Reconciliation;
import io.assay.cli.terminal.Progress;
import io.assay.events.OverlapRule;
import io.assay.load.chaos.EventLog;
import io.assay.load.chaos.LoggedEvent;
import io.assay.load.crowd.Crowd;
import io.assay.load.crowd.CrowdProfiles;
import io.assay.load.crowd.WorkLog;
import io.assay.load.project.PictureProject;
import io.assay.load.project.PictureProject.Item;
import io.assay.local.LocalStack;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A crowd works while an instance is killed and comes back; then the books are compared. */
final class InstancesRun {

    private static final List<String> CLASSES =
            List.of("animal", "food", "object", "place", "plant", "vehicle");
    private static final int PICTURES = 120;
    private static final int EVERY_SO_MANY_IS_GOLD = 20;
    private static final int LEASE_SECONDS = 30;
    private static final Duration THINK = Duration.ofMillis(120);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration WORK_TIMEOUT = Duration.ofMinutes(20);
    private static final Duration SETTLING_TIMEOUT = Duration.ofMinutes(4);

    /**
     * How big a proof.
     *
     * @param labels that each task gets at first
     * @param instances of assignment-service
     */
    record Size(int tasks, int labels, int instances, int workers, long seed) {}

    private final PrintStream out;
    private final LocalStack stack;
    private final Size size;
    private final OverlapRule overlap;
    private final Queue<ResultStream.Line> streamed = new ConcurrentLinkedQueue<>();

    InstancesRun(PrintStream out, LocalStack stack, Size size) {
        this.out = out;
        this.stack = stack;
        this.size = size;
        this.overlap = new OverlapRule(size.labels(), size.labels() + 2, 0.95);
    }

    /**
     * Every line of the reconciliation.
     *
     * @throws TimeoutException if the platform does not come to rest
     */
    List<Check> run() throws TimeoutException, InterruptedException {
        try (Http http = new Http(URI.create(stack.gatewayUrl()), TIMEOUT)) {
            Staff staff = Staff.create(new Accounts(http), stack.secrets().opsPassword());
            PictureProject project =
                    PictureProject.draft(
                            staff,
                            "Instances " + staff.run(),
                            CLASSES,
                            new PictureProject.Rules(overlap, 0.05, LEASE_SECONDS));
            project.publish();
            Books.Imported imported = project.bring(items());
            try (Crowd crowd = crowd(staff)) {
                out.println("✔ %d workers let in".formatted(size.workers()));
                return run(staff, project, imported, crowd);
            }
        }
    }

    private Crowd crowd(Staff staff) {
        return Crowd.create(
                staff.accounts(),
                staff.ops(),
                "worker-" + staff.run(),
                Passwords.random(14),
                CrowdProfiles.of(size.workers(), THINK, size.seed()),
                new WorkLog());
    }

    private List<Check> run(
            Staff staff, PictureProject project, Books.Imported imported, Crowd crowd)
            throws TimeoutException, InterruptedException {
        InstanceOutage outage = new InstanceOutage(stack, size.instances());
        Books books = work(staff, project, imported, crowd, outage);
        List<Check> checks = new ArrayList<>(outage.checks());
        checks.addAll(Reconciliation.of(books));
        checks.addAll(handedOutOnce(books));
        checks.add(
                Check.none(
                        "the API kept its promises to the crowd",
                        crowd.log().refusals().unexpected().size(),
                        crowd.log().refusals().unexpected().isEmpty()
                                ? "refused: " + crowd.log().refusals().ordinary()
                                : String.join("; ", crowd.log().refusals().unexpected())));
        return checks;
    }

    private Books work(
            Staff staff,
            PictureProject project,
            Books.Imported imported,
            Crowd crowd,
            InstanceOutage outage)
            throws TimeoutException, InterruptedException {
        ResultStream stream = new ResultStream(staff.partner(), project.projectId(), streamed::add);
        SimulatedReviewer reviewer =
                new SimulatedReviewer(staff.reviewer(), project.truth(), crowd.log().refusals());
        BookCollector collector = crowd.collector(staff, project.projectId());
        AtomicBoolean over = new AtomicBoolean();
        Thread streaming = Thread.ofVirtual().start(stream::follow);
        Thread reviewing =
                Thread.ofVirtual().start(() -> reviewer.run(project.projectId(), over::get));
        Thread killing = Thread.ofVirtual().start(() -> outage.run(() -> done(crowd.log())));
        try (Progress _ = Progress.start(out, () -> progress(crowd.log(), outage))) {
            crowd.start(project.projectId(), project.truth(), size.seed());
            Await.await(WORK_TIMEOUT, collector::missingResults);
            killing.join();
            crowd.stop();
            Await.await(SETTLING_TIMEOUT, collector::unsettled);
            over.set(true);
            reviewing.join();
        } finally {
            killing.interrupt();
            streaming.interrupt();
            reviewing.interrupt();
        }
        streaming.join();
        return collector.collect(imported, List.copyOf(streamed), overlap.max());
    }

    /** What the log of events says, past all services. */
    private List<Check> handedOutOnce(Books books) {
        Map<String, Set<String>> events =
                new EventLog(stack.kafkaBootstrap())
                        .everything().stream()
                                .filter(event -> event.is("TaskAssigned"))
                                .collect(
                                        Collectors.groupingBy(
                                                event -> event.text("assignmentId"),
                                                Collectors.mapping(
                                                        LoggedEvent::id, Collectors.toSet())));
        long twice = events.values().stream().filter(ids -> ids.size() > 1).count();
        Set<String> known =
                books.workers().stream()
                        .flatMap(worker -> worker.assignments().stream())
                        .map(Assignment::assignmentId)
                        .collect(Collectors.toSet());
        Set<String> differing = new HashSet<>(known);
        differing.removeAll(events.keySet());
        events.keySet().stream().filter(id -> !known.contains(id)).forEach(differing::add);
        return List.of(
                Check.none(
                        "nothing was handed out twice (topic)",
                        twice,
                        "%,d leases, %,d published twice".formatted(events.size(), twice)),
                Check.none(
                        "every lease published is one its worker has",
                        differing.size(),
                        "%,d leases, %,d differ".formatted(known.size(), differing.size())));
    }

    private double done(WorkLog log) {
        return log.labelled().size() / ((double) size.tasks() * size.labels());
    }

    private String progress(WorkLog log, InstanceOutage outage) {
        return "%,d pictures handed out · %,d labels · %,d results · %s"
                .formatted(log.leased(), log.labelled().size(), streamed.size(), outage.state());
    }

    private List<Item> items() {
        List<Picture> pictures = DrawnPictures.draw(PICTURES, CLASSES, size.seed());
        int gold = Math.max(1, size.tasks() / EVERY_SO_MANY_IS_GOLD);
        return IntStream.range(0, size.tasks() + gold)
                .mapToObj(
                        i ->
                                new Item(
                                        "picture-%06d".formatted(i),
                                        pictures.get(i % PICTURES),
                                        i < gold))
                .toList();
    }
}
