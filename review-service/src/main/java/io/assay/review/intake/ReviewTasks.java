package io.assay.review.intake;

import io.assay.events.AssignmentReturned;
import io.assay.events.Event;
import io.assay.events.LabelFlagged;
import io.assay.events.LabelSubmitted;
import io.assay.events.MoreLabelsRequested;
import io.assay.events.ReturnReason;
import io.assay.events.TaskAssigned;
import io.assay.events.TaskCreated;
import io.assay.messaging.Change;
import io.assay.messaging.Draft;
import io.assay.messaging.Received;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldLabel;
import io.assay.review.learning.LabelModel;
import io.assay.review.learning.ProjectModels;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.outcome.TaskOutcomes.Written;
import io.assay.review.outcome.TaskReview;
import io.assay.review.project.Freeze;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.rejection.RejectionRule;
import io.assay.review.revision.ReviseResults;
import io.assay.review.skill.MongoSkills;
import io.assay.review.skill.WorkerAccuracy;
import io.assay.review.skill.WorkerSkills;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewSettings;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Submission;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the events of tasks: reads all of a batch at once, applies the rules, writes all at
 * once. A task that another instance changed in between, or whose project changed, is done again.
 */
public class ReviewTasks {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewTasks.class);
    private static final int WAKE_BATCH = 500;

    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final MongoSkills skills;
    private final ScoreGoldSteps gold;
    private final TaskOutcomes outcomes;
    private final ProjectModels models;
    private final ReviseResults revision;
    private final RecheckGold lookAgain;
    private final ReviewSettings settings;
    private final Clock clock;

    ReviewTasks(
            MongoTasks tasks,
            MongoProjects projects,
            MongoSkills skills,
            ScoreGoldSteps gold,
            TaskOutcomes outcomes,
            ProjectModels models,
            ReviseResults revision,
            RecheckGold lookAgain,
            ReviewSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.projects = projects;
        this.skills = skills;
        this.gold = gold;
        this.outcomes = outcomes;
        this.models = models;
        this.revision = revision;
        this.lookAgain = lookAgain;
        this.settings = settings;
        this.clock = clock;
    }

    /** Events of tasks, keyed by task, in the order of the poll. */
    void receive(List<Received> batch) {
        review(
                batch.stream()
                        .map(Received::event)
                        .filter(ReviewTasks::concernsReview)
                        .collect(
                                Collectors.groupingBy(
                                        Event::key, LinkedHashMap::new, Collectors.toList())));
    }

    /** Not our own, on a topic that we share; of leases only that a worker passed on a task. */
    private static boolean concernsReview(Event event) {
        return switch (event) {
            case MoreLabelsRequested _, TaskAssigned _ -> false;
            case AssignmentReturned returned ->
                    returned.reason() == ReturnReason.SKIPPED && returned.terms().trial() == null;
            default -> true;
        };
    }

    /** Looks again at the tasks that this project kept waiting. */
    public void recheckWaiting(String projectId) {
        List<String> waiting = tasks.waitingFor(projectId, "", WAKE_BATCH);
        while (!waiting.isEmpty()) {
            review(waiting.stream().collect(Collectors.toMap(id -> id, _ -> List.of())));
            waiting = tasks.waitingFor(projectId, waiting.getLast(), WAKE_BATCH);
        }
    }

    private void review(Map<String, List<Event>> inputs) {
        Map<String, List<Event>> todo = new LinkedHashMap<>(inputs);
        while (!todo.isEmpty()) {
            todo.keySet().retainAll(attempt(todo));
        }
    }

    private Set<String> attempt(Map<String, List<Event>> inputs) {
        Map<String, Versioned<ReviewedTask>> read = tasks.findAll(inputs.keySet());
        Map<String, ReviewedProject> known = projects.findAll(projectIds(read, inputs));
        Map<String, WorkerSkills> accuracies = skills.of(workers(read, inputs));
        Instant now = clock.instant();
        List<Step> worked = new ArrayList<>();
        inputs.forEach(
                (id, events) -> {
                    Versioned<ReviewedTask> task = read.get(id);
                    worked.add(
                            step(
                                    task == null ? ReviewedTask.unknown(id) : task.state(),
                                    events,
                                    known,
                                    accuracies,
                                    now));
                });
        if (freezeAlarming(worked, known, now)) {
            return inputs.keySet();
        }
        List<Step> steps = gold.take(worked, task -> context(task, known, accuracies, now));
        Set<String> failed = write(read, steps);
        outcomes.record(written(steps, failed, known));
        revision.revise(learn(steps, failed, known));
        lookAgain.after(steps);
        Set<String> again = new HashSet<>(failed);
        again.addAll(overtaken(steps, known));
        return again;
    }

    /**
     * True if rejections have become too many: then nothing of this is written, the verdicts of
     * these projects are held from now on, and all is worked out anew.
     */
    private boolean freezeAlarming(
            List<Step> steps, Map<String, ReviewedProject> known, Instant now) {
        Map<String, RejectionRule.Evidence> alarming =
                outcomes.alarming(written(steps, Set.of(), known));
        alarming.keySet().removeIf(id -> !mayFreeze(known.get(id), now));
        alarming.forEach(
                (id, evidence) -> {
                    projects.freeze(id, freeze(evidence, now));
                    LOG.atError()
                            .addKeyValue("projectId", id)
                            .addKeyValue("rejected", evidence.rejected())
                            .addKeyValue("judged", evidence.judged())
                            .addKeyValue("usual", evidence.usual())
                            .log("verdicts are held: far more are rejected than usual");
                });
        return !alarming.isEmpty();
    }

    private static boolean mayFreeze(@Nullable ReviewedProject project, Instant now) {
        return project != null && project.mayFreeze(now);
    }

    private static Freeze freeze(RejectionRule.Evidence evidence, Instant now) {
        return new Freeze(
                now, evidence.rejected(), evidence.judged(), evidence.usual(), evidence.chance());
    }

    /** Event by event, so that it makes no difference where a batch begins and ends. */
    private Step step(
            ReviewedTask before,
            List<Event> inputs,
            Map<String, ReviewedProject> known,
            Map<String, WorkerSkills> accuracies,
            Instant now) {
        ReviewedTask task = before;
        List<Event> events = new ArrayList<>();
        List<GoldLabel> golds = new ArrayList<>();
        List<Event> left = new ArrayList<>(inputs);
        do {
            task = left.isEmpty() ? task : task.after(left.removeFirst());
            Step step = TaskReview.settle(task, context(task, known, accuracies, now));
            task = step.next();
            events.addAll(step.events());
            golds.addAll(step.golds());
        } while (!left.isEmpty());
        return new Step(task, events, golds);
    }

    private ReviewContext context(
            ReviewedTask task,
            Map<String, ReviewedProject> known,
            Map<String, WorkerSkills> accuracies,
            Instant now) {
        ReviewedProject project = task.info() == null ? null : known.get(task.info().projectId());
        return new ReviewContext(
                project,
                project == null
                        ? WorkerAccuracy.of(Map.of(), "", "", now)
                        : WorkerAccuracy.of(
                                accuracies, project.skill(), project.requesterId(), now),
                project == null
                        ? LabelModel.NOTHING
                        : models.of(project.projectId(), project.ontology()),
                settings,
                now);
    }

    private Set<String> write(Map<String, Versioned<ReviewedTask>> read, List<Step> steps) {
        List<Draft<ReviewedTask>> drafts = new ArrayList<>();
        List<Change<ReviewedTask>> changes = new ArrayList<>();
        for (Step step : steps) {
            Versioned<ReviewedTask> before = read.get(step.next().taskId());
            if (before == null) {
                drafts.add(new Draft<>(step.next().taskId(), step.next(), step.events()));
            } else if (!before.state().equals(step.next())) {
                changes.add(new Change<>(before, step.next(), step.events()));
            }
        }
        return tasks.write(drafts, changes);
    }

    /**
     * Only from what is written: a label that is received again is then known. Returns the tasks
     * whose results are in doubt by it.
     */
    private Set<String> learn(
            List<Step> steps, Set<String> failed, Map<String, ReviewedProject> known) {
        Set<String> doubted = new LinkedHashSet<>();
        for (Step step : steps) {
            ReviewedTask task = step.next();
            TaskInfo info = task.info();
            ReviewedProject project = info == null ? null : known.get(info.projectId());
            if (project == null || failed.contains(task.taskId())) {
                continue;
            }
            doubted.addAll(models.learn(project.projectId(), project.ontology(), step.example()));
        }
        return doubted;
    }

    private static List<Written> written(
            List<Step> steps, Set<String> failed, Map<String, ReviewedProject> known) {
        List<Written> written = new ArrayList<>();
        for (Step step : steps) {
            TaskInfo info = step.next().info();
            ReviewedProject project = info == null ? null : known.get(info.projectId());
            if (project != null && !failed.contains(step.next().taskId())) {
                written.add(new Written(step, project.skill(), project.requesterId()));
            }
        }
        return written;
    }

    /**
     * Tasks left waiting on what has changed while we wrote. Whoever changes a project looks for
     * waiting tasks after the write, and we look at the project after ours: one sees the other.
     */
    private Set<String> overtaken(List<Step> steps, Map<String, ReviewedProject> known) {
        Map<String, String> waiting = new TreeMap<>();
        for (Step step : steps) {
            String projectId = step.next().waitsFor();
            if (projectId != null) {
                waiting.put(step.next().taskId(), projectId);
            }
        }
        Map<String, ReviewedProject> current = projects.findAll(Set.copyOf(waiting.values()));
        return waiting.entrySet().stream()
                .filter(e -> changed(known.get(e.getValue()), current.get(e.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean changed(
            @Nullable ReviewedProject before, @Nullable ReviewedProject after) {
        return after != null && (before == null || !before.decidesLike(after));
    }

    private static Set<String> projectIds(
            Map<String, Versioned<ReviewedTask>> read, Map<String, List<Event>> inputs) {
        Set<String> ids = new HashSet<>();
        for (Versioned<ReviewedTask> task : read.values()) {
            TaskInfo info = task.state().info();
            if (info != null) {
                ids.add(info.projectId());
            }
        }
        for (List<Event> events : inputs.values()) {
            for (Event event : events) {
                if (event instanceof TaskCreated created) {
                    ids.add(created.projectId());
                }
            }
        }
        return ids;
    }

    private static Set<String> workers(
            Map<String, Versioned<ReviewedTask>> read, Map<String, List<Event>> inputs) {
        Set<String> ids = new HashSet<>();
        read.values()
                .forEach(
                        task ->
                                task.state()
                                        .submissions()
                                        .map(Submission::workerId)
                                        .forEach(ids::add));
        for (List<Event> events : inputs.values()) {
            for (Event event : events) {
                switch (event) {
                    case LabelSubmitted label -> ids.add(label.workerId());
                    case LabelFlagged flag -> ids.add(flag.workerId());
                    default -> {}
                }
            }
        }
        return ids;
    }
}
