package io.assay.review.task;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.assay.events.Answer;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskLabelSuperseded;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.review.consensus.Tolerance;
import io.assay.review.crowd.Crowds;
import io.assay.review.crowd.Lesson;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class ReviseResultsTests {
    private static final OverlapRule TWO = new OverlapRule(2, 2, 0.6);
    private static final TaskCreated TASK = created("p", "one");
    private static final Answer CAT = new Answer.Category("cat");
    private static final Answer DOG = new Answer.Category("dog");

    private final MongoTasks tasks = mock(MongoTasks.class);
    private final MongoProjects projects = mock(MongoProjects.class);
    private final Situations situations = mock(Situations.class);
    private final TaskOutcomes outcomes = mock(TaskOutcomes.class);
    private final Crowds crowds = mock(Crowds.class);
    private final Versioned<ReviewedTask> cat = mock();
    private final ReviseResults revision =
            new ReviseResults(tasks, projects, situations, outcomes, crowds);

    @BeforeEach
    void decided() {
        History history = new History(TASK.taskId(), TWO);
        history.hear(TASK, label(TASK, "a", "cat"), label(TASK, "b", "cat"));
        when(cat.state()).thenReturn(history.task());
        ReviewedProject project = ReviewedProject.of(project("p", TWO), 1);
        when(tasks.find(TASK.taskId())).thenReturn(Optional.of(cat));
        when(projects.find("p")).thenReturn(Optional.of(project));
    }

    private void believing(String classId) {
        ReviewedProject project = ReviewedProject.of(project("p", TWO), 1);
        Practice practice =
                new Practice(Tolerance.DEFAULT, new Pseudonyms("a secret of sixteen"), _ -> false);
        when(situations.of(any(), any()))
                .thenReturn(
                        new Circumstances(
                                project,
                                _ -> 0.8,
                                new Believing(classId, 0.9, false),
                                practice,
                                NOON.plusSeconds(60)));
    }

    @Test
    void writesTellsAndTeachesWhatIsDecidedAnew() {
        believing("dog");

        revision.revise(List.of(TASK.taskId()));

        ArgumentCaptor<Step> step = ArgumentCaptor.forClass(Step.class);
        verify(tasks).update(eq(cat), step.capture());
        assertThat(step.getValue().events()).hasAtLeastOneElementOfType(TaskLabelSuperseded.class);
        verify(outcomes).written(anyList());
        assertThat(taught()).isEqualTo(DOG);
    }

    @Test
    void writesNothingIfTheResultStands() {
        believing("cat");

        revision.revise(List.of(TASK.taskId()));

        verify(tasks, never()).update(any(), any());
        verify(outcomes, never()).written(anyList());
        assertThat(taught()).isEqualTo(CAT);
    }

    @Test
    void leavesItToWhoeverWasFaster() {
        believing("dog");
        doThrow(new StaleVersion("tasks", TASK.taskId())).when(tasks).update(any(), any());

        revision.revise(List.of(TASK.taskId()));

        verify(outcomes, never()).written(anyList());
        verify(crowds, never()).learn(anyString(), any(), any());
    }

    @Test
    void aTaskThatIsGoneIsPassedOver() {
        revision.revise(List.of("gone"));

        verify(tasks, never()).update(any(), any());
    }

    private Answer taught() {
        ArgumentCaptor<Lesson> lesson = ArgumentCaptor.forClass(Lesson.class);
        verify(crowds).learn(eq("p"), any(), lesson.capture());
        return lesson.getValue().result();
    }
}
