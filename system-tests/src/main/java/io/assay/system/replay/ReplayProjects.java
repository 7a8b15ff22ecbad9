package io.assay.system.replay;

import io.assay.events.Ids;
import io.assay.events.LabelClass;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import io.assay.system.check.Books.Planned;
import io.assay.system.client.Projects;
import io.assay.system.client.Projects.Job;
import io.assay.system.client.Projects.Row;
import io.assay.system.stage.Production;
import io.assay.system.stage.Staff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;

/**
 * The recorded items as tasks. No task may ask for more labels than were recorded, and a project
 * has one greatest number, so there is one project for each number of labels that items have.
 */
final class ReplayProjects {

    /** As low as a project may set it: only a tie is left to a reviewer. */
    private static final double ANY_MAJORITY = 0.501;

    /** One label alone is never contradicted. */
    private static final int LEAST_LABELS = 2;

    static final Money PRICE = new Money(150, "INR");
    private static final Money BUDGET = new Money(1_000_000_000L, "INR");
    private static final int BATCH = 50;
    private static final int LEASE_SECONDS = 3_600;
    private static final Duration IMPORT_PATIENCE = Duration.ofMinutes(5);

    private final Staff staff;
    private final Recording recording;
    private final OptionalDouble target;
    private final Map<String, String> classIds;
    private final Map<String, String> projectByItem = new LinkedHashMap<>();
    private final List<Planned> planned = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private long created;

    /**
     * @param target confidence at which no further label is asked for; empty to take all
     */
    ReplayProjects(Staff staff, Recording recording, OptionalDouble target) {
        this.staff = staff;
        this.recording = recording;
        this.target = target;
        this.classIds = ClassIds.of(recording.classes());
    }

    /**
     * Creates, publishes and fills them.
     *
     * @param refs of pictures, by item
     * @param accounts by recorded worker
     */
    void fill(String name, Map<String, String> refs, Map<String, String> accounts)
            throws TimeoutException {
        for (Map.Entry<Integer, List<String>> group : recording.bySize().entrySet()) {
            int labels = group.getKey();
            String id = staff.projects().create(draft(name + ", " + labels + " labels", labels));
            staff.projects().publish(id);
            ids.add(id);
            group.getValue().forEach(item -> plan(id, item));
            List<Row> rows =
                    group.getValue().stream().map(item -> row(item, refs, accounts)).toList();
            created += staff.projects().importAll(id, rows, IMPORT_PATIENCE).created();
        }
    }

    private void plan(String projectId, String item) {
        projectByItem.put(item, projectId);
        String truth = recording.truth().get(item);
        planned.add(
                new Planned(
                        Ids.taskId(projectId, item),
                        item,
                        false,
                        truth == null ? "" : classId(truth)));
    }

    private Row row(String item, Map<String, String> refs, Map<String, String> accounts) {
        List<String> workers =
                recording.labels().getOrDefault(item, Map.of()).keySet().stream()
                        .map(worker -> accounts.getOrDefault(worker, worker))
                        .toList();
        return new Row(item, refs.getOrDefault(item, ""), 1.0, 0, null, workers);
    }

    private Projects.Draft draft(String name, int labels) {
        List<LabelClass> classes = new ArrayList<>();
        classIds.forEach((label, id) -> classes.add(new LabelClass(id, label)));
        return new Projects.Draft(
                name,
                new Ontology(Tool.CATEGORY, classes),
                "# What is it?\n\nChoose the **one** class that fits best.\n",
                new Projects.Rates(PRICE, Map.of()),
                target.isPresent()
                        ? new OverlapRule(
                                Math.min(LEAST_LABELS, labels), labels, target.getAsDouble())
                        : new OverlapRule(labels, labels, ANY_MAJORITY),
                0,
                new TierRule("replay", 1),
                new LeaseRule(BATCH, LEASE_SECONDS),
                7,
                BUDGET,
                staff.partnerIds(),
                List.of());
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    String classId(String label) {
        return classIds.getOrDefault(label, label);
    }

    String taskOf(String item) {
        return Ids.taskId(projectByItem.getOrDefault(item, ""), item);
    }

    /** What one recorded worker has to say, as class ids by project and task. */
    Map<String, Map<String, String>> labelsOf(String worker) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        recording
                .labels()
                .forEach(
                        (item, ofItem) -> {
                            String label = ofItem.get(worker);
                            if (label != null) {
                                labels.computeIfAbsent(
                                                projectByItem.getOrDefault(item, ""),
                                                _ -> new LinkedHashMap<>())
                                        .put(taskOf(item), classId(label));
                            }
                        });
        return labels;
    }

    Production.Imported imported() {
        return new Production.Imported(
                List.copyOf(planned), new Job("all", "done", planned.size(), created, 0, 0));
    }
}
