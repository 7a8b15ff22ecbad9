package io.assay.review;

import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.CorrectionReason;
import io.assay.events.LabelReviewed;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskLabelSuperseded;
import io.assay.events.TaskLabelled;
import io.assay.events.Tool;
import io.assay.events.Verdict;
import io.assay.review.learning.Estimate;
import io.assay.review.learning.LabelModel;
import io.assay.review.learning.ProjectModelsOfAnotherInstance;
import io.assay.truth.consensus.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A project whose labels have taught whom to believe, on real engines. */
class LearnedCrowdIT extends RunningReview {
    private static final int TASKS = 100;
    private static final OverlapRule OVERLAP = new OverlapRule(4, 4, 0.6);

    @Autowired MongoTemplate mongo;

    private final String good = "w" + UUID.randomUUID();
    private final String careless = "w" + UUID.randomUUID();

    /** The good one agrees with two others; who is careless says the same of everything. */
    @Test
    void whoAgreesWithTheOthersIsBelievedEvenByAnInstanceThatStarts() {
        decided(
                Tool.CATEGORY,
                i -> new Answer.Category(i % 2 == 0 ? "cat" : "dog"),
                new Answer.Category("bird"),
                "hierarchical/1");

        LabelModel another = learntByAnother(Tool.CATEGORY);
        assertThat(another.accuracy(good).orElseThrow()).isGreaterThan(0.85);
        assertThat(another.accuracy(careless).orElseThrow()).isLessThan(0.5);
    }

    /** Decided while all were believed alike, four to three. */
    @Test
    void aResultIsSupersededWhenItIsKnownWhoGuesses() {
        OverlapRule seven = new OverlapRule(7, 7, 0.6);
        wire.tell(project(projectId, seven, Tool.CATEGORY));
        TaskCreated odd = created(projectId, "odd");
        wire.tell(
                odd,
                label(odd, good, "cat"),
                label(odd, good + "-b", "cat"),
                label(odd, "w" + UUID.randomUUID(), "cat"),
                label(odd, careless, "bird"),
                label(odd, careless + "-b", "bird"),
                label(odd, careless + "-c", "bird"),
                label(odd, "w" + UUID.randomUUID(), "bird"));
        await().untilAsserted(
                        () ->
                                assertThat(results(odd.taskId()))
                                        .extracting(TaskLabelled::answer)
                                        .containsExactly(new Answer.Category("bird")));

        for (int i = 0; i < TASKS; i++) {
            TaskCreated task = created(projectId, "t" + i);
            String right = i % 2 == 0 ? "cat" : "dog";
            wire.tell(
                    task,
                    label(task, good, right),
                    label(task, good + "-b", right),
                    label(task, good + "-c", right),
                    label(task, good + "-d", right),
                    label(task, careless, "bird"),
                    label(task, careless + "-b", "bird"),
                    label(task, careless + "-c", "bird"));
        }

        await().untilAsserted(
                        () ->
                                assertThat(wire.heard(TaskLabelSuperseded.class, odd.taskId()))
                                        .singleElement()
                                        .satisfies(
                                                next -> {
                                                    assertThat(next.answer())
                                                            .isEqualTo(new Answer.Category("cat"));
                                                    assertThat(next.cause())
                                                            .isEqualTo(CorrectionReason.LEARNED);
                                                }));
        await().untilAsserted(
                        () ->
                                assertThat(wire.heard(LabelReviewed.class, odd.taskId()))
                                        .filteredOn(verdict -> verdict.workerId().equals(good))
                                        .extracting(LabelReviewed::verdict)
                                        .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED));
    }

    @Test
    void tagsAreLearntToo() {
        decided(
                Tool.TAGS,
                i -> i % 2 == 0 ? TestEvents.tags("cat") : TestEvents.tags("cat", "dog"),
                TestEvents.tags(),
                "hierarchical/1");

        LabelModel another = learntByAnother(Tool.TAGS);
        assertThat(another.accuracy(good).orElseThrow())
                .isGreaterThan(another.accuracy(careless).orElseThrow() + 0.1);
    }

    /** Who is careless never draws anything, and so is outvoted by one who does. */
    @Test
    void howPeopleDrawIsLearntToo() {
        Answer cat = new Answer.Boxes(List.of(new Box("cat", 10, 10, 50, 50)));
        TaskLabelled last = decided(Tool.BOX, _ -> cat, new Answer.Boxes(List.of()), "drawings/1");

        assertThat(last.answer()).isEqualTo(cat);
        Estimate estimate =
                learntByAnother(Tool.BOX)
                        .estimate(
                                "new",
                                List.of(
                                        new Vote(good, 0.8, cat),
                                        new Vote(careless, 0.8, new Answer.Boxes(List.of()))),
                                OVERLAP)
                        .orElseThrow();
        assertThat(estimate.consensus().answer()).isEqualTo(cat);
    }

    /**
     * Three answer this and one that, to each of many tasks; returns what became of the first after
     * them that was decided by what they taught. How many of them are decided at once depends on
     * how they are polled, and what is decided together does not teach each other.
     */
    private TaskLabelled decided(
            Tool tool, IntFunction<Answer> right, Answer byCareless, String method) {
        wire.tell(project(projectId, OVERLAP, tool));
        List<TaskCreated> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            tasks.add(labelled("t" + i, right.apply(i), byCareless));
        }
        await().untilAsserted(
                        () ->
                                assertThat(tasks)
                                        .allMatch(task -> results(task.taskId()).size() == 1));
        AtomicInteger more = new AtomicInteger(TASKS);
        return await().until(
                        () -> {
                            int i = more.getAndIncrement();
                            TaskCreated task = labelled("t" + i, right.apply(i), byCareless);
                            return await().until(
                                            () -> results(task.taskId()), told -> !told.isEmpty())
                                    .getFirst();
                        },
                        told -> told.provenance().method().equals(method));
    }

    private TaskCreated labelled(String externalId, Answer right, Answer byCareless) {
        TaskCreated task = created(projectId, externalId);
        wire.tell(
                task,
                label(task, good, right),
                label(task, good + "-b", right),
                label(task, good + "-c", right),
                label(task, careless, byCareless));
        return task;
    }

    private List<TaskLabelled> results(String taskId) {
        return wire.heard(TaskLabelled.class, taskId);
    }

    private LabelModel learntByAnother(Tool tool) {
        return ProjectModelsOfAnotherInstance.of(mongo)
                .of(projectId, project("p", OVERLAP, tool).ontology());
    }
}
