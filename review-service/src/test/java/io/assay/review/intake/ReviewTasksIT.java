package io.assay.review.intake;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.gold;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static io.assay.review.TestEvents.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Event;
import io.assay.events.MoreLabelsRequested;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.review.WithEngines;
import io.assay.review.project.MongoProjects;
import io.assay.review.task.CountedSubmission;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewedTask;
import io.assay.review.verdict.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is heard of tasks, told to it directly: with every border between batches, and at once. */
@WithEngines
class ReviewTasksIT {
    private static final OverlapRule THREE = new OverlapRule(3, 3, 0.85);

    @Autowired ReviewTasks reviewing;
    @Autowired MongoTasks tasks;
    @Autowired MongoProjects projects;

    private final String projectId = "p" + UUID.randomUUID();

    @Test
    void whereABatchBeginsAndEndsMakesNoDifference() {
        learn(THREE);
        TaskCreated whole = created(projectId, "whole");
        TaskCreated single = created(projectId, "single");

        receive(story(whole));
        for (Event event : story(single)) {
            receive(List.of(event));
        }

        assertThat(task(single).progress().getClass()).isEqualTo(Progress.Answered.class);
        assertThat(verdicts(single)).isEqualTo(verdicts(whole)).hasSize(3);
        assertThat(((Progress.Answered) task(single).progress()).answer())
                .isEqualTo(((Progress.Answered) task(whole).progress()).answer());
    }

    @Test
    void whatIsHeardAgainChangesNothing() {
        learn(THREE);
        TaskCreated task = created(projectId, "again");
        receive(story(task));
        ReviewedTask before = task(task);

        receive(story(task));
        receive(story(task).reversed());

        assertThat(task(task)).isEqualTo(before);
    }

    @Test
    void labelsWaitForTheirTaskAndTheirProjectAndAreTakenInTheirOrder() {
        TaskCreated task = created(projectId, "waits");
        List<Event> story = story(task);
        receive(story.subList(1, story.size()));
        assertThat(task(task).parked()).hasSize(3);
        receive(List.of(task));
        assertThat(task(task).waitsFor()).isEqualTo(projectId);

        learn(THREE);
        reviewing.recheckWaiting(projectId);

        assertThat(task(task).taken())
                .extracting(taken -> taken.submission().workerId())
                .containsExactly("a", "b", "c");
        assertThat(task(task).progress()).isInstanceOf(Progress.Answered.class);
        assertThat(task(task).waitsFor()).isNull();
    }

    @Test
    void whatWeAskForOurselvesIsNotHeard() {
        TaskCreated task = created(projectId, "ours");

        receive(List.of(new MoreLabelsRequested(task.taskId(), projectId, 3, NOON)));

        assertThat(tasks.find(task.taskId())).isEmpty();
    }

    @Test
    void aWithdrawnTaskTellsItsWorkersAndHasNoResult() {
        learn(THREE);
        TaskCreated task = created(projectId, "withdrawn");

        receive(List.of(task, label(task, "a", "cat"), withdrawn(task), label(task, "b", "dog")));

        assertThat(task(task).progress()).isInstanceOf(Progress.Withdrawn.class);
        assertThat(verdicts(task)).hasSize(2).containsValue("ACCEPTED").doesNotContainValue("none");
    }

    /** As two instances do that both believe to own a partition. */
    @Test
    void everyLabelGetsOneVerdictHoweverManyHearItAtTheSameTime() throws Exception {
        learn(THREE);
        List<TaskCreated> many =
                IntStream.range(0, 20).mapToObj(i -> created(projectId, "many" + i)).toList();
        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                List<TaskCreated> mine = i == 1 ? many.reversed() : many;
                work.add(
                        () -> {
                            mine.forEach(task -> receive(story(task)));
                            return null;
                        });
            }
            for (Future<Void> done : instances.invokeAll(work)) {
                done.get();
            }
        }

        for (TaskCreated task : many) {
            assertThat(verdicts(task))
                    .containsOnly(
                            Map.entry("a", "ACCEPTED"),
                            Map.entry("b", "ACCEPTED"),
                            Map.entry("c", "REJECTED"));
        }
    }

    @Test
    void verdictsAreHeldFromTheBatchOnThatRejectsFarTooMany() {
        learn(THREE);
        List<Event> all = new ArrayList<>();
        List<TaskCreated> golds = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            TaskCreated task = created(projectId, "gold" + i, TaskKind.GOLD);
            golds.add(task);
            all.add(task);
            all.add(gold(task, new Answer.Category("cat")));
            all.add(label(task, "w" + i % 20, "dog"));
        }

        receive(all);

        assertThat(projects.find(projectId).orElseThrow().frozen()).isTrue();
        assertThat(golds).allMatch(task -> task(task).gold() != null);
    }

    private void learn(OverlapRule overlap) {
        projects.keep(List.of(ReceiveTasks.received(project(projectId, overlap))));
    }

    /** Two say cat and one says dog. */
    private static List<Event> story(TaskCreated task) {
        return List.of(
                task, label(task, "a", "cat"), label(task, "b", "cat"), label(task, "c", "dog"));
    }

    private void receive(List<? extends Event> events) {
        ReceiveTasks.receive(reviewing, events);
    }

    private ReviewedTask task(TaskCreated task) {
        return tasks.find(task.taskId()).orElseThrow().state();
    }

    private Map<String, String> verdicts(TaskCreated task) {
        Map<String, String> verdicts = new TreeMap<>();
        for (CountedSubmission taken : task(task).taken()) {
            Judgement judgement = taken.judgement();
            verdicts.put(
                    taken.submission().workerId(),
                    judgement == null ? "none" : judgement.verdict().name());
        }
        return verdicts;
    }
}
