package io.assay.review.revision;

import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.flag;
import static io.assay.review.TestEvents.label;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Event;
import io.assay.events.LabelReviewed;
import io.assay.events.OverlapRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskLabelled;
import io.assay.review.task.Decision;
import io.assay.review.task.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HistoryPropertyTests {
    private static final OverlapRule RULE = new OverlapRule(2, 4, 0.85);
    private static final TaskCreated TASK = created("p", "one");

    /** Nothing that is heard again changes anything or tells anything more. */
    @Property(tries = 300)
    void duplicatesAreIgnored(@ForAll("submissions") List<Event> submissions, @ForAll Random r) {
        History once = known(submissions);
        List<Event> repeated = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            repeated.add(submissions.get(i));
            repeated.addAll(submissions.subList(0, r.nextInt(i + 1)));
        }

        History twice = known(repeated);
        twice.receive(submissions.toArray(Event[]::new));

        assertThat(twice.task()).isEqualTo(once.task());
        assertThat(twice.events()).isEqualTo(once.events());
    }

    /** It makes no difference when task and project become known between the submissions. */
    @Property(tries = 300)
    void whatIsHeardTooEarlyIsTakenAsIfItCameInTime(
            @ForAll("submissions") List<Event> submissions,
            @ForAll @IntRange(max = 9) int taskAt,
            @ForAll @IntRange(max = 9) int projectAt) {
        History inTime = known(submissions);

        History early = new History(TASK.taskId());
        for (int i = 0; i <= 9; i++) {
            if (i == taskAt) {
                early.receive(TASK);
            }
            if (i == projectAt) {
                early.learn(RULE);
            }
            if (i < submissions.size()) {
                early.receive(submissions.get(i));
            }
        }

        assertThat(early.task()).isEqualTo(inTime.task());
        assertThat(early.events()).isEqualTo(inTime.events());
    }

    /** Whatever the order: one outcome at most, one verdict each once there is an outcome. */
    @Property(tries = 300)
    void everySubmissionGetsOneVerdictAndTheTaskOneOutcome(
            @ForAll("submissions") List<Event> submissions,
            @ForAll Random random,
            @ForAll boolean unlabelable) {
        List<Event> shuffled = new ArrayList<>(submissions);
        Collections.shuffle(shuffled, random);
        History history = known(shuffled);
        if (history.task().progress() instanceof Progress.Escalated) {
            assertThat(history.all(LabelReviewed.class)).isEmpty();
            Decision decision =
                    unlabelable
                            ? new Decision.Unlabelable("dark")
                            : new Decision.Answered(new Answer.Category("dog"));
            history.decide(decision, "reviewer");
        }

        boolean open = history.task().progress() instanceof Progress.Open;
        List<String> judged =
                history.all(LabelReviewed.class).stream().map(LabelReviewed::assignmentId).toList();
        assertThat(judged).hasSize(open ? 0 : submissions.size());
        assertThat(new HashSet<>(judged)).hasSameSizeAs(judged);
        assertThat(history.all(TaskLabelled.class).size()).isLessThanOrEqualTo(1);
        assertThat(history.all(TaskEscalated.class).size()).isLessThanOrEqualTo(1);
    }

    private static History known(List<Event> submissions) {
        History history = new History(TASK.taskId(), RULE);
        history.receive(TASK);
        history.receive(submissions.toArray(Event[]::new));
        return history;
    }

    @Provide
    Arbitrary<List<Event>> submissions() {
        return Arbitraries.of("cat", "cat", "dog", "bird", "flag")
                .list()
                .ofMaxSize(8)
                .map(
                        answers ->
                                IntStream.range(0, answers.size())
                                        .mapToObj(i -> submission("w" + i, answers.get(i)))
                                        .toList());
    }

    private static Event submission(String worker, String answer) {
        return answer.equals("flag") ? flag(TASK, worker) : label(TASK, worker, answer);
    }
}
