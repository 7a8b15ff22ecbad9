package io.assay.load.project;

import io.assay.cli.client.Projects;
import io.assay.cli.client.Projects.Row;
import io.assay.cli.people.KnownAnswers;
import io.assay.cli.people.Staff;
import io.assay.cli.pictures.Picture;
import io.assay.cli.reconcile.Books.Imported;
import io.assay.cli.reconcile.Books.Planned;
import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** A project with its pictures, from the draft to the last row. */
public final class PictureProject {

    private static final Money PRICE = new Money(150, "INR");
    private static final Money BUDGET = new Money(100_000_000, "INR");
    private static final int UPLOADS_AT_ONCE = 4;
    private static final int IMPORT_TRIES = 10;
    private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(5);

    private final Projects projects;
    private final KnownAnswers truth;
    private final String projectId;
    private final Map<String, String> refs = new LinkedHashMap<>();

    private PictureProject(Projects projects, KnownAnswers truth, String projectId) {
        this.projects = projects;
        this.truth = truth;
        this.projectId = projectId;
    }

    /**
     * How the project is worked on.
     *
     * @param goldRate share of a worker's tasks that are gold
     * @param leaseSeconds how long a worker has for one
     */
    public record Rules(OverlapRule overlap, double goldRate, int leaseSeconds) {}

    /** A picture under the name of one task. */
    public record Item(String externalId, Picture picture, boolean gold) {}

    /** Creates the draft. */
    public static PictureProject draft(
            Staff staff, String name, List<String> classIds, Rules rules) {
        Projects projects = staff.projects();
        String projectId = projects.create(specification(staff, name, classIds, rules));
        return new PictureProject(projects, new KnownAnswers(classIds), projectId);
    }

    public String projectId() {
        return projectId;
    }

    public KnownAnswers truth() {
        return truth;
    }

    public void publish() {
        projects.publish(projectId);
    }

    /** Uploads each picture once, imports one row per item, and waits until all are in. */
    public Imported bring(List<Item> items) throws TimeoutException {
        upload(items);
        List<Row> rows = new ArrayList<>();
        for (Item item : items) {
            String ref = Objects.requireNonNull(refs.get(item.picture().name()));
            truth.addPicture(shownAs(ref), item.picture().classId());
            rows.add(row(item, ref));
        }
        Projects.Job job = importAll(rows);
        Map<String, String> taskIds = projects.taskIds(projectId);
        List<Planned> planned = items.stream().map(item -> planned(item, taskIds)).toList();
        planned.forEach(one -> truth.add(one.taskId(), one.truth()));
        return new Imported(planned, job);
    }

    private static Planned planned(Item item, Map<String, String> taskIds) {
        String id = item.externalId();
        return new Planned(
                taskIds.getOrDefault(id, "no task of " + id),
                id,
                item.gold(),
                item.picture().classId());
    }

    /** The hash of what workers are shown: the picture as it is kept, without metadata. */
    private static String shownAs(String ref) {
        return ref.substring(ref.indexOf(':') + 1);
    }

    /** An import that broke off is sent again: rows that are in already count as duplicates. */
    private Projects.Job importAll(List<Row> rows) throws TimeoutException {
        Projects.Job job = projects.importAll(projectId, rows, IMPORT_TIMEOUT);
        for (int again = 1; again < IMPORT_TRIES && !job.status().equals("done"); again++) {
            job = projects.importAll(projectId, rows, IMPORT_TIMEOUT);
        }
        return job;
    }

    private static Row row(Item item, String ref) {
        Answer gold = item.gold() ? new Answer.Category(item.picture().classId()) : null;
        return new Row(item.externalId(), ref, 1.0, 0, gold, null, null);
    }

    private void upload(List<Item> items) {
        Map<String, Picture> distinct = new LinkedHashMap<>();
        items.stream()
                .map(Item::picture)
                .filter(picture -> !refs.containsKey(picture.name()))
                .forEach(picture -> distinct.put(picture.name(), picture));
        Map<String, Future<String>> uploads = new LinkedHashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
            distinct.forEach(
                    (name, picture) ->
                            uploads.put(
                                    name,
                                    pool.submit(
                                            () ->
                                                    projects.upload(
                                                                    picture.contentType(),
                                                                    picture.bytes())
                                                            .ref())));
        }
        uploads.forEach((name, upload) -> refs.put(name, finished(name, upload)));
    }

    private static String finished(String name, Future<String> upload) {
        try {
            return upload.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while uploading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("upload of " + name + ": " + e.getCause(), e);
        }
    }

    private static Projects.Draft specification(
            Staff staff, String name, List<String> classIds, Rules rules) {
        List<LabelClass> classes = classIds.stream().map(id -> new LabelClass(id, id)).toList();
        return new Projects.Draft(
                name,
                new Ontology(Tool.CATEGORY, classes),
                "# What does the picture show?\n\nChoose the **one** class that fits best.\n",
                new Projects.Rates(PRICE, Map.of(2, 1200)),
                rules.overlap(),
                rules.goldRate(),
                new TierRule("pictures", 1),
                new LeaseRule(10, rules.leaseSeconds()),
                7,
                BUDGET,
                staff.partnerIds(),
                List.of());
    }
}
