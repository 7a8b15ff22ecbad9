package io.assay.assignment.qualification;

import io.assay.assignment.assignment.Assignment;
import io.assay.assignment.assignment.AssignmentViews;
import io.assay.assignment.assignment.AssignmentViews.AssignmentView;
import io.assay.assignment.assignment.GiveTrial;
import io.assay.assignment.assignment.RoughCount;
import io.assay.assignment.project.Project;
import io.assay.assignment.qualification.Qualify.Candidate;
import io.assay.events.Money;
import io.assay.events.QualificationRule;
import io.assay.events.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows tutorials and tests to those who take them. */
final class QualificationViews {

    /**
     * @param questions of the test
     * @param open tasks for those who pass, in this instance's share, about
     * @param price of an ordinary picture for those who pass
     */
    record OfferView(String projectId, String name, int questions, int open, Money price) {}

    /**
     * @param qualified whether the test is passed, under a guideline that still counts
     * @param attemptsLeft tests that may still be taken
     * @param notBefore when the next test may begin; absent if none was failed
     * @param open tasks for those who pass, in this instance's share, about
     * @param price of an ordinary picture for those who pass
     * @param attempts tutorials and tests so far, in order
     */
    record StandingView(
            String projectId,
            String name,
            QualificationRule rule,
            boolean qualified,
            int attemptsLeft,
            @Nullable Instant notBefore,
            int open,
            Money price,
            List<AttemptView> attempts) {}

    /**
     * @param number 1 for the first
     * @param right answers accepted; absent while it is under way
     * @param passed absent while it is under way, and for a tutorial
     * @param questions absent where attempts are listed
     */
    record AttemptView(
            int number,
            Trial trial,
            int guidelineVersion,
            Instant startedAt,
            int asked,
            @Nullable Integer right,
            @Nullable Boolean passed,
            @Nullable Instant endedAt,
            @Nullable List<AssignmentView> questions) {}

    /**
     * @param assignments to be answered, and those that are answered already
     */
    record StartedView(Trial trial, int guidelineVersion, List<AssignmentView> assignments) {}

    private final Qualify qualify;
    private final GiveTrial trials;
    private final AssignmentViews views;

    QualificationViews(Qualify qualify, GiveTrial trials, AssignmentViews views) {
        this.qualify = qualify;
        this.trials = trials;
        this.views = views;
    }

    OfferView offer(Candidate candidate) {
        Project project = candidate.project();
        return new OfferView(
                project.id(),
                project.facts().name(),
                candidate.rule().questions(),
                RoughCount.of(qualify.context(candidate).work()),
                price(candidate));
    }

    StandingView standing(Candidate candidate, Qualification taken) {
        Project project = candidate.project();
        TrialContext now = qualify.context(candidate);
        List<Attempt> attempts = taken.attempts();
        return new StandingView(
                project.id(),
                project.facts().name(),
                candidate.rule(),
                taken.passedUnder() >= now.since(),
                QualificationDecider.attemptsLeft(taken, now),
                QualificationDecider.notBefore(taken, now).orElse(null),
                RoughCount.of(now.work()),
                price(candidate),
                IntStream.range(0, attempts.size())
                        .mapToObj(i -> attempt(i + 1, attempts.get(i), null))
                        .toList());
    }

    AttemptView attempt(String workerId, int number, Attempt attempt) {
        return attempt(number, attempt, questions(workerId, attempt));
    }

    StartedView started(String workerId, Attempt attempt) {
        return new StartedView(
                attempt.trial(), attempt.guidelineVersion(), questions(workerId, attempt));
    }

    private List<AssignmentView> questions(String workerId, Attempt attempt) {
        Map<String, Assignment> states = trials.states(workerId, attempt.questions());
        return attempt.questions().stream()
                .flatMap(question -> Optional.ofNullable(states.get(question)).stream())
                .map(views::view)
                .toList();
    }

    private static AttemptView attempt(
            int number, Attempt attempt, @Nullable List<AssignmentView> questions) {
        Attempt.Outcome outcome = attempt.outcome();
        return new AttemptView(
                number,
                attempt.trial(),
                attempt.guidelineVersion(),
                attempt.startedAt(),
                attempt.questions().size(),
                outcome == null ? null : outcome.right(),
                (outcome == null || attempt.trial() != Trial.TEST) ? null : outcome.passed(),
                outcome == null ? null : outcome.endedAt(),
                questions);
    }

    private static Money price(Candidate candidate) {
        Project project = candidate.project();
        return project.ordinaryPrice(project.tierOncePassed(candidate.worker()));
    }
}
