package io.assay.load.importproof;

import io.assay.cli.client.Await;
import io.assay.cli.client.Pause;
import io.assay.cli.client.Projects;
import io.assay.cli.importing.ImportRun;
import io.assay.cli.importing.Imports;
import io.assay.cli.importing.Imports.Job;
import io.assay.cli.importing.RowsFile;
import io.assay.cli.people.Staff;
import io.assay.cli.reconcile.Check;
import io.assay.cli.terminal.Progress;
import io.assay.events.EventType;
import io.assay.events.LabelClass;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import io.assay.events.Topic;
import io.assay.load.chaos.TargetStack;
import io.assay.local.LocalStack;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** A large import during which processes are killed, and what came of it. */
final class ImportProof {

    private static final int EVERY_SO_MANY_IS_GOLD = 100;
    private static final Duration DOWN = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final String HOST = "pictures.example.org";
    private static final String TASKS = "task-service";
    private static final String ASSIGNMENTS = "assignment-service";
    private static final String BROKER = "kafka";

    private final PrintStream out;
    private final TargetStack target;
    private final ServiceMeters meters;
    private final TopicCount topics;
    private final List<Check> checks = new ArrayList<>();

    ImportProof(PrintStream out, TargetStack target, LocalStack stack) {
        this.out = out;
        this.target = target;
        this.meters = new ServiceMeters(stack);
        this.topics = new TopicCount(stack.kafkaBootstrap());
    }

    List<Check> run(int rows, boolean kills) throws IOException, TimeoutException {
        Staff staff = Staff.create(target.accounts(), target.opsPassword());
        Projects projects = staff.projects();
        String project = projects.create(draft(staff));
        projects.publish(project);
        Path file = Files.createTempFile("import-proof", ".ndjson");
        try (ServiceMeters.Peak peak = meters.watch(TASKS)) {
            write(file, rows);
            Imports imports = new Imports(staff.requester(), project);
            importAll(imports, file, rows, kills);
            settle(rows);
            count(projects, project, rows);
            sendAgain(imports, file, rows);
            count(projects, project, rows);
            checks.add(
                    new Check(
                            "heap of task-service, most that was in use",
                            peak.heapMegabytes() <= 512,
                            "%,d MB (limit: 512)".formatted(peak.heapMegabytes())));
            return checks;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void importAll(Imports imports, Path file, int rows, boolean kills)
            throws IOException, TimeoutException {
        RowsFile source = new RowsFile(file, "ndjson");
        Job opened = imports.open("first", "ndjson", false, source.size());
        ImportRun run = new ImportRun(imports, source, opened, TIMEOUT);
        long start = System.nanoTime();
        Thread killing =
                Thread.ofVirtual()
                        .unstarted(
                                () -> {
                                    kill(TASKS, imports, opened, rows / 3);
                                    kill(BROKER, imports, opened, rows * 2L / 3);
                                });
        Job job;
        try (Progress _ = run.show(out)) {
            if (kills) {
                killing.start();
            }
            job = run.toTheEnd();
            killing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        checks.add(Check.same("rows judged, import done", (long) rows, job.rows()));
        checks.add(
                new Check(
                        "  of these made / already there / bad",
                        job.created() + job.duplicates() == rows,
                        "%,d / %,d / %,d"
                                .formatted(job.created(), job.duplicates(), job.rejected())));
        checks.add(
                new Check(
                        "  rate, outages and all",
                        true,
                        "%,.0f rows/s, %,.0f s, %d breaks"
                                .formatted(rows / seconds, seconds, run.breaks())));
    }

    private void kill(String victim, Imports imports, Job opened, long at) {
        while (rows(imports, opened) < at) {
            Pause.of(POLL_INTERVAL);
        }
        target.kill(victim);
        out.println("✔ " + victim + " killed (SIGKILL) behind row %,d".formatted(at));
        Pause.of(DOWN);
        target.restart(victim);
        out.println("✔ " + victim + " is up again");
    }

    private static long rows(Imports imports, Job opened) {
        try {
            Job job = imports.get(opened.id());
            return job.takesRows() ? job.rows() : Long.MAX_VALUE;
        } catch (RuntimeException e) {
            return -1;
        }
    }

    /** Waits until all is published and consumed. */
    private void settle(int rows) throws TimeoutException {
        long start = System.nanoTime();
        Await.await(
                TIMEOUT,
                () -> {
                    long open = meters.value(ASSIGNMENTS, "assay_tasks_open");
                    return open >= rows
                            ? Optional.empty()
                            : Optional.of("%,d of %,d tasks open".formatted(open, rows));
                });
        checks.add(
                new Check(
                        "  then open to workers after",
                        true,
                        "%,.1f s".formatted((System.nanoTime() - start) / 1e9)));
    }

    private void count(Projects projects, String project, int rows) {
        long gold = Math.ceilDiv(rows, EVERY_SO_MANY_IS_GOLD);
        checks.add(
                Check.same(
                        "tasks in task-service",
                        (long) rows,
                        projects.progress(project).required("total").asLong()));
        checks.add(
                Check.same(
                        "tasks open in assignment-service",
                        (long) rows,
                        meters.value(ASSIGNMENTS, "assay_tasks_open")));
        checks.add(
                published(
                        "TaskCreated published",
                        rows,
                        topics.count(EventType.TASK_CREATED, Topic.TASKS)));
        checks.add(
                published("GoldSet published", gold, topics.count(EventType.GOLD_SET, Topic.GOLD)));
    }

    private static Check published(String what, long expected, TopicCount.Count count) {
        return new Check(
                what,
                count.distinct() == expected,
                "%,d distinct (expected: %,d), %,d repeated"
                        .formatted(count.distinct(), expected, count.records() - count.distinct()));
    }

    private void sendAgain(Imports imports, Path file, int rows)
            throws IOException, TimeoutException {
        RowsFile source = new RowsFile(file, "ndjson");
        Job opened = imports.open("again", "ndjson", false, source.size());
        ImportRun run = new ImportRun(imports, source, opened, TIMEOUT);
        Job job;
        try (Progress _ = run.show(out)) {
            job = run.toTheEnd();
        }
        checks.add(
                new Check(
                        "sent again: made / already there / bad",
                        job.created() == 0 && job.duplicates() == rows && job.rejected() == 0,
                        "%,d / %,d / %,d, %,d rows/s"
                                .formatted(
                                        job.created(),
                                        job.duplicates(),
                                        job.rejected(),
                                        job.rowsPerSecond())));
    }

    private static void write(Path file, int rows) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < rows; i++) {
                String gold =
                        i % EVERY_SO_MANY_IS_GOLD == 0
                                ? ",\"gold\":{\"tool\":\"category\",\"classId\":\"cat\"}"
                                : "";
                lines.write(
                        "{\"externalId\":\"picture-%08d\",\"url\":\"https://%s/batch-7/picture-%08d.jpg\",\"width\":1024,\"height\":768%s}"
                                .formatted(i, HOST, i, gold));
                lines.newLine();
            }
        }
    }

    private static Projects.Draft draft(Staff staff) {
        return new Projects.Draft(
                "Import",
                new Ontology(
                        Tool.CATEGORY,
                        List.of(new LabelClass("cat", "Cat"), new LabelClass("dog", "Dog"))),
                "# What does the picture show?\n",
                new Projects.Rates(new Money(150, "INR"), Map.of()),
                new OverlapRule(1, 3, 0.9),
                0.05,
                new TierRule("pictures", 1),
                new LeaseRule(10, 600),
                7,
                new Money(1_000_000_000_000L, "INR"),
                staff.partnerIds(),
                List.of(HOST));
    }
}
