package io.assay.review.revision;

import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.flag;
import static io.assay.review.TestEvents.label;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Event;
import io.assay.events.LabelReviewed;
import io.assay.events.OverlapRule;
import io.assay.events.Result;
import io.assay.events.TaskCreated;
import io.assay.events.Verdict;
import io.assay.review.task.Decision;
import io.assay.review.task.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CorrectionPropertyTests {
    private static final OverlapRule RULE = new OverlapRule(2, 4, 0.85);
    private static final TaskCreated TASK = created("p", "one");
    private static final List<Decision> DECISIONS =
            List.of(
                    new Decision.Answered(new Answer.Category("cat")),
                    new Decision.Answered(new Answer.Category("dog")),
                    new Decision.Unlabelable("dark"));

    /**
     * Whatever is decided anew, how often, and in whatever order and how often things are heard: a
     * label is accepted at most once and never rejected after, and the results count up from 1.
     */
    @Property(tries = 500)
    void nothingIsTakenBackAndNothingIsPaidTwice(
            @ForAll("submissions") List<Event> submissions, @ForAll Random random) {
        History history = new History(TASK.taskId(), RULE).audited();
        List<Event> heard = new ArrayList<>(submissions);
        heard.add(TASK);
        Collections.shuffle(heard, random);
        history.receive(heard.toArray(Event[]::new));
        if (history.task().progress() instanceof Progress.Escalated) {
            history.decide(one(random), "r");
        }

        for (int i = 0; i < 6 && history.task().trail().version() > 0; i++) {
            if (random.nextBoolean()) {
                history.audit(one(random), "r" + random.nextInt(3));
            } else {
                String worker = "w" + random.nextInt(submissions.size());
                Decision decision = random.nextBoolean() ? one(random) : new Decision.Accepted();
                history.appeal(worker, random.nextBoolean(), decision, "r");
            }
            Collections.shuffle(heard, random);
            history.receive(heard.toArray(Event[]::new));
        }

        byAssignment(history)
                .values()
                .forEach(
                        verdicts ->
                                assertThat(verdicts)
                                        .isIn(
                                                List.of(Verdict.ACCEPTED),
                                                List.of(Verdict.REJECTED),
                                                List.of(Verdict.REJECTED, Verdict.ACCEPTED)));
        List<Integer> versions = history.all(Result.class).stream().map(Result::version).toList();
        assertThat(versions).isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
    }

    private static Map<String, List<Verdict>> byAssignment(History history) {
        return history.all(LabelReviewed.class).stream()
                .collect(
                        Collectors.groupingBy(
                                LabelReviewed::assignmentId,
                                Collectors.mapping(LabelReviewed::verdict, Collectors.toList())));
    }

    private static Decision one(Random random) {
        return DECISIONS.get(random.nextInt(DECISIONS.size()));
    }

    @Provide
    Arbitrary<List<Event>> submissions() {
        return Arbitraries.of("cat", "cat", "dog", "bird", "flag")
                .list()
                .ofMinSize(2)
                .ofMaxSize(7)
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
