package io.assay.cli.replay;

import io.assay.cli.client.Projects;
import io.assay.cli.client.Projects.Job;
import io.assay.cli.client.Projects.Row;
import io.assay.cli.people.Staff;
import io.assay.cli.reconcile.Books;
import io.assay.cli.reconcile.Books.Planned;
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
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;

/**
 * The recorded items as tasks, each for its recorded workers alone. One project takes them all: it
 * asks for as many labels as the item with most has, and a task never for more than it names
 * workers.
 */
final class ReplayProject {

    /** As low as a project may set it: only a tie is left to a reviewer. */
    private static final double ANY_MAJORITY = 0.501;

    /** One label alone is never contradicted. */
    private static final int MIN_LABELS = 2;

    static final Money PRICE = new Money(150, "INR");
    private static final Money BUDGET = new Money(1_000_000_000L, "INR");
    private static final int BATCH = 50;
    private static final int LEASE_SECONDS = 3_600;
    private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(5);

    private final Staff staff;
    private final Recording recording;
    private final OptionalDouble target;
    private final Map<String, String> classIds;
    private String id = "";
    private long created;
    private Map<String, String> taskIds = Map.of();

    /**
     * @param target confidence at which no further label is asked for; empty to take all
     */
    ReplayProject(Staff staff, Recording recording, OptionalDouble target) {
        this.staff = staff;
        this.recording = recording;
        this.target = target;
        this.classIds = ClassIds.of(recording.classes());
    }

    /**
     * Creates, publishes and fills it.
     *
     * @param refs of pictures, by item
     * @param accounts by recorded worker
     */
    void fill(String name, Map<String, String> refs, Map<String, String> accounts)
            throws TimeoutException {
        id = staff.projects().create(draft(name));
        staff.projects().publish(id);
        List<Row> rows =
                recording.labels().keySet().stream()
                        .map(item -> row(item, refs, accounts))
                        .toList();
        created = staff.projects().importAll(id, rows, IMPORT_TIMEOUT).created();
        taskIds = staff.projects().taskIds(id);
    }

    private Row row(String item, Map<String, String> refs, Map<String, String> accounts) {
        List<String> workers =
                recording.labels().getOrDefault(item, Map.of()).keySet().stream()
                        .map(worker -> accounts.getOrDefault(worker, worker))
                        .toList();
        return new Row(item, refs.getOrDefault(item, ""), 1.0, 0, null, null, workers);
    }

    private Projects.Draft draft(String name) {
        List<LabelClass> classes = new ArrayList<>();
        classIds.forEach((label, classId) -> classes.add(new LabelClass(classId, label)));
        return new Projects.Draft(
                name,
                new Ontology(Tool.CATEGORY, classes),
                "# What is it?\n\nChoose the **one** class that fits best.\n",
                new Projects.Rates(PRICE, Map.of()),
                overlap(),
                0,
                new TierRule("replay", 1),
                new LeaseRule(BATCH, LEASE_SECONDS),
                7,
                BUDGET,
                staff.partnerIds(),
                List.of());
    }

    private OverlapRule overlap() {
        int most = recording.maxLabels();
        return target.isPresent()
                ? new OverlapRule(Math.min(MIN_LABELS, most), most, target.getAsDouble())
                : new OverlapRule(most, most, ANY_MAJORITY);
    }

    /** Empty until it is filled. */
    String id() {
        return id;
    }

    String classId(String label) {
        return classIds.getOrDefault(label, label);
    }

    String taskOf(String item) {
        return taskIds.getOrDefault(item, "no task of " + item);
    }

    /** What one recorded worker has to say, as class ids by task. */
    Map<String, String> labelsOf(String worker) {
        Map<String, String> labels = new LinkedHashMap<>();
        recording
                .labels()
                .forEach(
                        (item, ofItem) -> {
                            String label = ofItem.get(worker);
                            if (label != null) {
                                labels.put(taskOf(item), classId(label));
                            }
                        });
        return labels;
    }

    Books.Imported imported() {
        List<Planned> planned = recording.labels().keySet().stream().map(this::planned).toList();
        return new Books.Imported(planned, new Job("all", "done", planned.size(), created, 0, 0));
    }

    private Planned planned(String item) {
        String truth = recording.truth().get(item);
        return new Planned(taskOf(item), item, false, truth == null ? "" : classId(truth));
    }
}
