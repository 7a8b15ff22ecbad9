package io.assay.load.demo;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Await;
import io.assay.cli.client.ResultStream;
import io.assay.cli.people.Passwords;
import io.assay.cli.people.SimulatedReviewer;
import io.assay.cli.people.Staff;
import io.assay.cli.pictures.Picture;
import io.assay.cli.reconcile.BookCollector;
import io.assay.cli.reconcile.Books;
import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Reconciliation;
import io.assay.cli.reconcile.Table;
import io.assay.cli.terminal.Progress;
import io.assay.events.OverlapRule;
import io.assay.load.crowd.Crowd;
import io.assay.load.crowd.CrowdProfiles;
import io.assay.load.crowd.WorkLog;
import io.assay.load.project.PictureProject;
import io.assay.load.project.PictureProject.Item;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** From nothing to a labelled, paid, published project, with people who are simulated. */
public final class Demo {

    private static final OverlapRule OVERLAP = new OverlapRule(3, 5, 0.95);
    private static final PictureProject.Rules RULES = new PictureProject.Rules(OVERLAP, 0.1, 20);
    private static final int EVERY_SO_MANY_IS_GOLD = 10;
    private static final Duration WORK_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration SETTLING_TIMEOUT = Duration.ofMinutes(10);

    private final PrintStream out;
    private final Accounts accounts;
    private final String opsPassword;
    private final Options options;

    /**
     * How big a demo.
     *
     * @param think mean time that a simulated worker spends on a picture
     */
    public record Options(int workers, Duration think, long seed) {

        public static final Options STANDARD = new Options(24, Duration.ofMillis(250), 7);
    }

    public Demo(PrintStream out, Accounts accounts, String opsPassword, Options options) {
        this.out = out;
        this.accounts = accounts;
        this.opsPassword = opsPassword;
        this.options = options;
    }

    /**
     * Runs it all on a stack that is up.
     *
     * @return whether everything adds up
     * @throws TimeoutException if something that should come does not
     */
    public boolean run(List<Picture> pictures) throws TimeoutException, InterruptedException {
        Staff staff = Staff.create(accounts, opsPassword);
        said("accounts for operations, finance, requester, reviewer, partner");
        PictureProject project =
                PictureProject.draft(staff, "Demo " + staff.run(), classes(pictures), RULES);
        project.publish();
        Books.Imported imported = project.bring(items(pictures));
        said(
                "project %s with %,d pictures, of these %,d gold"
                        .formatted(
                                project.projectId(),
                                imported.planned().size(),
                                imported.planned().stream().filter(p -> p.gold()).count()));
        String password = Passwords.random(14);
        try (Crowd crowd =
                Crowd.create(
                        accounts,
                        staff.ops(),
                        "worker-" + staff.run(),
                        password,
                        CrowdProfiles.of(options.workers(), options.think(), options.seed()),
                        new WorkLog())) {
            said("%d workers signed up, applied and were let in".formatted(options.workers()));
            Books books = work(staff, project, imported, crowd);
            List<Check> checks = new ArrayList<>(Reconciliation.of(books));
            checks.add(unexpected(crowd.log()));
            out.println();
            out.println(Table.of("Reconciliation of project " + project.projectId(), checks));
            boolean addsUp = Table.allHold(checks);
            OpenWork openWork = OpenWork.prepare(staff, crowd.members());
            new DemoSummary(out, accounts.http().base())
                    .print(staff, crowd.members(), password, openWork);
            return addsUp;
        }
    }

    private Books work(Staff staff, PictureProject project, Books.Imported imported, Crowd crowd)
            throws TimeoutException, InterruptedException {
        Queue<ResultStream.Line> streamed = new ConcurrentLinkedQueue<>();
        ResultStream stream = new ResultStream(staff.partner(), project.projectId(), streamed::add);
        SimulatedReviewer reviewer =
                new SimulatedReviewer(staff.reviewer(), project.truth(), crowd.log().refusals());
        AtomicBoolean over = new AtomicBoolean();
        Thread streaming = Thread.ofVirtual().start(stream::follow);
        Thread reviewing =
                Thread.ofVirtual().start(() -> reviewer.run(project.projectId(), over::get));
        BookCollector collector = crowd.collector(staff, project.projectId());
        int tasks = (int) imported.planned().stream().filter(p -> !p.gold()).count();
        try (Progress _ =
                Progress.start(
                        out, () -> progress(crowd.log(), reviewer, streamed.size(), tasks))) {
            crowd.start(project.projectId(), project.truth(), options.seed());
            await(WORK_TIMEOUT, collector::missingResults, crowd.log());
            crowd.stop();
            await(SETTLING_TIMEOUT, collector::unsettled, crowd.log());
            over.set(true);
            reviewing.join();
        } finally {
            streaming.interrupt();
            reviewing.interrupt();
        }
        streaming.join();
        return collector.collect(imported, List.copyOf(streamed), OVERLAP.max());
    }

    private static void await(Duration timeout, Supplier<Optional<String>> missing, WorkLog log)
            throws TimeoutException {
        try {
            Await.await(timeout, missing);
        } catch (TimeoutException e) {
            throw new TimeoutException(
                    "%s; refused: %s; unexpected: %s"
                            .formatted(
                                    e.getMessage(),
                                    log.refusals().ordinary(),
                                    log.refusals().unexpected()));
        }
    }

    private static String progress(
            WorkLog log, SimulatedReviewer reviewer, int results, int tasks) {
        return "%,d pictures handed out · %,d labels · %,d flags · %,d decided by the reviewer · results %,d of %,d"
                .formatted(
                        log.leased(),
                        log.labelled().size(),
                        log.flagged().size(),
                        reviewer.decided(),
                        results,
                        tasks);
    }

    private static Check unexpected(WorkLog log) {
        return Check.none(
                "the API kept its promises to the crowd",
                log.refusals().unexpected().size(),
                log.refusals().unexpected().isEmpty()
                        ? "%,d answers repeated on purpose, refused: %s"
                                .formatted(log.repeats(), log.refusals().ordinary())
                        : String.join("; ", log.refusals().unexpected()));
    }

    private List<Item> items(List<Picture> pictures) {
        List<Picture> shuffled = new ArrayList<>(pictures);
        Collections.shuffle(shuffled, new Random(options.seed()));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i++) {
            Picture picture = shuffled.get(i);
            items.add(new Item(picture.name(), picture, i % EVERY_SO_MANY_IS_GOLD == 0));
        }
        return items;
    }

    private static List<String> classes(List<Picture> pictures) {
        return pictures.stream().map(Picture::classId).distinct().sorted().toList();
    }

    private void said(String what) {
        out.println("✔ " + what);
    }
}
