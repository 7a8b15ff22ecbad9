package io.assay.review;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.events.Answer;
import io.assay.events.CorrectionReason;
import io.assay.events.LabelReviewed;
import io.assay.events.LeaseTerms;
import io.assay.events.Money;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.Trial;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.review.gold.GoldLabel;
import io.assay.review.gold.GoldVerdicts;
import io.assay.review.gold.ScoreGold;
import io.assay.review.gold.UndoScores;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import io.assay.web.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What a known answer did to its workers is taken back, on real engines: once, and no more. */
class GoldTakenBackIT extends RunningReview {
    @Autowired MongoTemplate mongo;
    @Autowired ScoreGold scoreGold;
    @Autowired GoldVerdicts verdicts;
    @Autowired UndoScores undo;
    @Autowired Clock clock;

    @BeforeEach
    void given() {
        scoreGold.score(List.of(answer("known1", "cat", null), answer("known2", "cat", null)));
        assertScores(2, 2);
    }

    @Test
    void aRejectionThatWasToldIsCorrectedAndOneThatWasNotIsToldRight() {
        GoldLabel told = told(answer("told", "dog", null));
        GoldLabel held = answer("held", "dog", null, clock.instant().plus(Duration.ofDays(1)));
        scoreGold.score(List.of(held));

        takeBack(told);
        takeBack(told);
        takeBack(held);
        assertThat(verdicts.published(held.label().assignmentId())).isEmpty();
        release(held);

        List<LabelReviewed> corrected = expect(told.taskId(), 2);
        assertThat(corrected)
                .extracting(LabelReviewed::verdict)
                .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(corrected)
                .extracting(LabelReviewed::corrects)
                .containsExactly(null, CorrectionReason.GOLD);
        assertThat(corrected.getLast().reviewedAt()).isAfter(corrected.getFirst().reviewedAt());
        LabelReviewed only = expect(held.taskId(), 1).getFirst();
        assertThat(only.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(only.corrects()).isNull();
        assertScores(2, 2);
    }

    @Test
    void aTutorialCountsInNoSkillNeitherWhenItIsUpheldNorWhenItIsTakenBack() {
        GoldLabel upheld = told(answer("upheld", "dog", Trial.TUTORIAL));
        GoldLabel undone = answer("undone", "dog", Trial.TUTORIAL);
        GoldLabel right = answer("right", "cat", Trial.TUTORIAL);
        scoreGold.score(List.of(undone, right));
        assertScores(2, 2);

        verdicts.uphold(upheld.label().assignmentId(), "It is.", clock.instant());
        takeBack(undone);
        takeBack(upheld);
        takeBack(right);

        assertScores(2, 2);
    }

    @Test
    void aTestDoesCountAndIsTakenBack() {
        GoldLabel test = answer("test", "dog", Trial.TEST);
        scoreGold.score(List.of(test));
        assertScores(3, 2);

        takeBack(test);

        assertScores(2, 2);
    }

    @Test
    void aLabelHeardAgainIsScoredOnceWhateverIsThoughtOfTheGoldSince() {
        GoldLabel wrong = answer("again", "dog", null);
        GoldLabel unscored =
                GoldLabel.unscored(
                        wrong.label(), wrong.taskId(), projectId, "animals", clock.instant());
        scoreGold.score(List.of(wrong));
        scoreGold.score(List.of(wrong, unscored));
        assertScores(3, 2);

        takeBack(wrong);
        scoreGold.score(List.of(unscored));
        scoreGold.score(List.of(wrong));

        assertScores(2, 2);
    }

    @Test
    void whatCameWhileNothingWasTrustedIsNotScoredLater() {
        GoldLabel wrong = answer("untrusted", "dog", null);
        scoreGold.score(
                List.of(
                        GoldLabel.unscored(
                                wrong.label(),
                                wrong.taskId(),
                                projectId,
                                "animals",
                                clock.instant())));

        scoreGold.score(List.of(wrong));
        takeBack(wrong);

        assertScores(2, 2);
    }

    @Test
    void anUpheldAppealIsTakenBackWithItsScore() {
        GoldLabel wrong = told(answer("appealed", "dog", null));
        verdicts.uphold(wrong.label().assignmentId(), "It is.", clock.instant());
        assertScores(3, 3);

        takeBack(wrong);
        verdicts.uphold(wrong.label().assignmentId(), "It is.", clock.instant());

        assertScores(2, 2);
    }

    /** As if the process had died between the verdict and the score. */
    @Test
    void anAppealUnderWayIsFinishedBeforeItsScoreIsTakenBack() {
        GoldLabel wrong = answer("under way", "dog", null);
        String id = wrong.label().assignmentId();
        scoreGold.score(List.of(wrong));
        mongo.updateFirst(
                new Query(Criteria.where("_id").is(id)),
                new Update()
                        .set("state.repair", "PENDING")
                        .set("state.judgement.verdict", "accepted")
                        .inc("version", 1L),
                "goldLabels");

        assertThat(undo.undo(wrong.taskId(), clock.instant())).isFalse();
        assertScores(3, 2);
        verdicts.uphold(id, "It is.", clock.instant());
        assertScores(3, 3);
        takeBack(wrong);

        assertScores(2, 2);
    }

    /** Scored and told. */
    private GoldLabel told(GoldLabel label) {
        scoreGold.score(List.of(label));
        await().until(() -> verdicts.published(label.label().assignmentId()).isPresent());
        return label;
    }

    private void release(GoldLabel label) {
        mongo.updateFirst(
                new Query(Criteria.where("_id").is(label.label().assignmentId())),
                new Update().set("state.stage.until", clock.instant()).inc("version", 1L),
                "goldLabels");
    }

    /** Again if its verdict is told at the same moment, as the service does. */
    private void takeBack(GoldLabel label) {
        Instant until = clock.instant().plus(Duration.ofDays(2));
        await().until(() -> undo.undo(label.taskId(), until));
    }

    /** To a picture of a cat. */
    private GoldLabel answer(String externalId, String says, @Nullable Trial trial) {
        return answer(externalId, says, trial, clock.instant());
    }

    private GoldLabel answer(
            String externalId, String says, @Nullable Trial trial, Instant scoredAt) {
        TaskCreated task = created(projectId, externalId, TaskKind.GOLD);
        LeaseTerms terms = new LeaseTerms(1, new Money(0, "INR"), 1, 1_000, 1, trial);
        Submission.Label heard = Submission.Label.of(label(task, w1, says));
        Submission.Label label =
                new Submission.Label(heard.assignmentId(), w1, terms, heard.answer(), NOON, NOON);
        Judgement judgement =
                Judgement.of(
                        label, new Answer.Category("cat"), Tolerance.DEFAULT, VerdictBasis.GOLD);
        return GoldLabel.scored(label, task.taskId(), projectId, "animals", judgement, 1, scoredAt);
    }

    private void assertScores(int golds, int correct) {
        http.get()
                .uri("/v1/skills/" + w1)
                .header("Authorization", TestTokens.bearer("ops1", "ops"))
                .exchange()
                .expectBody()
                .jsonPath("$.skills.animals.golds")
                .isEqualTo(golds)
                .jsonPath("$.skills.animals.correct")
                .isEqualTo(correct);
    }

    private List<LabelReviewed> expect(String taskId, int count) {
        await().until(() -> wire.heard(LabelReviewed.class, taskId).size() >= count);
        assertThat(wire.heard(LabelReviewed.class, taskId)).hasSize(count);
        return wire.heard(LabelReviewed.class, taskId);
    }
}
