package io.assay.review.appeal;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.audited;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.gold;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Event;
import io.assay.events.GoldRetired;
import io.assay.events.Ids;
import io.assay.events.Media;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.VerdictBasis;
import io.assay.messaging.Envelope;
import io.assay.messaging.Received;
import io.assay.messaging.TestClock;
import io.assay.messaging.Versioned;
import io.assay.review.WithStore;
import io.assay.review.intake.ReceiveTasks;
import io.assay.review.intake.ReviewTasks;
import io.assay.review.outcome.TaskReview;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.Decision;
import io.assay.review.task.Grounds;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.ReviewContexts;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Tolerance;
import io.assay.web.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** When a worker is told the right answer, and above all when not. */
@WithStore(VerdictController.class)
class RightAnswerWebTests {
    private static final OverlapRule THREE = new OverlapRule(3, 3, 0.85);
    private static final Answer CAT = new Answer.Category("cat");

    /** Longer than a lease of these projects, with all its extensions. */
    private static final Duration LONG = Duration.ofHours(1);

    @Autowired MockMvcTester http;
    @Autowired MongoTasks tasks;
    @Autowired MongoProjects projects;
    @Autowired PublishedVerdicts verdicts;
    @Autowired ReviewTasks reviewing;
    @Autowired ReviewContexts contexts;

    private final TestClock clock = new TestClock();
    private final String projectId = "p" + UUID.randomUUID();
    private final String picture =
            "picture:" + Ids.sha256Hex(projectId.getBytes(StandardCharsets.UTF_8));
    private final TaskCreated task = pictured("one", TaskKind.WORK);

    @Test
    void consensusIsNotToldWhileTheProjectIsOpen() {
        rejectedByConsensus(project(projectId, THREE));
        clock.pass(LONG);

        assertThat(told()).isEmpty();
    }

    @Test
    void goldIsNotToldWhileTheProjectIsOpen() {
        learn(project(projectId, THREE), 1);
        TaskCreated known = known(CAT);
        clock.pass(LONG);

        assertThat(told(known, "dog", false)).isEmpty();
        assertThat(told(known, "cat", false)).isEmpty();
    }

    @Test
    void goldAndConsensusAreToldOnceTheProjectIsOver() {
        rejectedByConsensus(project(projectId, THREE));
        TaskCreated known = known(CAT);
        learn(closed(NOON), 2);

        assertThat(told()).isEmpty();
        assertThat(told(known, "dog", false)).isEmpty();

        clock.pass(LONG);

        assertThat(told()).contains(CAT);
        assertThat(told(known, "dog", false)).contains(CAT);
    }

    @Test
    void goldThatIsNotTrustedIsNeverTold() {
        learn(closed(NOON), 1);
        TaskCreated known = known(CAT);
        receive(new GoldRetired(known.taskId(), projectId, "old", NOON));
        clock.pass(LONG);

        assertThat(told(known, "dog", false)).isEmpty();
    }

    @Test
    void whatIsStillToBeLookedAtIsNotTold() {
        rejectedByConsensus(audited(projectId, THREE));
        learn(closed(NOON), 2);
        clock.pass(LONG);

        assertThat(tasks.find(task.taskId()).orElseThrow().state().queued()).isNotNull();
        assertThat(told()).isEmpty();
    }

    @Test
    void aReviewersClauseComesWithTheRightAnswerOnceNobodyCanAnswerAnyMore() {
        rejectedByReviewer("2.1");

        assertThat(told()).isEmpty();

        clock.pass(LONG);

        assertThat(told()).contains(CAT);
    }

    @Test
    void aReviewersVerdictWithoutAClauseLooksLikeGoldAndTellsNothing() {
        rejectedByReviewer(null);
        clock.pass(LONG);

        assertThat(told()).isEmpty();
    }

    @Test
    void whatWasAcceptedIsNotComparedWhileTheProjectIsOpen() {
        rejectedByReviewer("2.1");
        clock.pass(LONG);

        assertThat(rightAnswers().shownWith(published("w2"))).isEmpty();
    }

    @Test
    void aPictureThatIsGoldElsewhereIsNotTold() {
        rejectedByReviewer("2.1");
        known(CAT);
        clock.pass(LONG);

        assertThat(told()).isEmpty();
    }

    @Test
    void whatTeachesIsToldAtOnce() {
        learn(project(projectId, THREE), 1);
        TaskCreated known = known(CAT);

        assertThat(told(known, "dog", true)).contains(CAT);
    }

    @Test
    void nothingIsToldOfAProjectThatIsUnknown() {
        TaskCreated known = known(CAT);

        assertThat(told(known, "dog", true)).isEmpty();
    }

    @Test
    void aVerdictCarriesItForItsWorkerOnly() {
        rejectedByConsensus(project(projectId, THREE));
        String verdict = "/v1/verdicts/" + Ids.assignmentId(task.taskId(), "w1");

        assertThat(http.get().uri(verdict).header("Authorization", worker("w1")))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.rightAnswer");

        learn(closed(NOON.minus(LONG)), 2);

        assertThat(http.get().uri(verdict).header("Authorization", worker("w1")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rightAnswer.classId")
                .isEqualTo("cat");
        assertThat(http.get().uri(verdict).header("Authorization", worker("w2"))).hasStatus(404);
    }

    private Optional<Answer> told() {
        return rightAnswers().shownWith(published("w1"));
    }

    /** With a verdict on gold, as its worker has it. */
    private Optional<Answer> told(TaskCreated known, String given, boolean teaches) {
        Submission.Label label = Submission.Label.of(label(known, "w1", given));
        Judgement judgement = Judgement.of(label, CAT, Tolerance.DEFAULT, VerdictBasis.GOLD);
        return rightAnswers()
                .shownWith(
                        new PublishedVerdict(
                                known.taskId(), projectId, label, judgement, NOON, null, teaches));
    }

    private RightAnswers rightAnswers() {
        return new RightAnswers(tasks, projects, clock);
    }

    private PublishedVerdict published(String worker) {
        return verdicts.find(Ids.assignmentId(task.taskId(), worker)).orElseThrow();
    }

    private void rejectedByConsensus(ProjectChanged project) {
        learn(project, 1);
        receive(task);
        receive(label(task, "w2", "cat"), label(task, "w3", "cat"), label(task, "w1", "dog"));
    }

    private void rejectedByReviewer(@Nullable String clause) {
        learn(project(projectId, THREE), 1);
        receive(task);
        receive(label(task, "w1", "dog"), label(task, "w2", "cat"), label(task, "w3", "bird"));
        Versioned<ReviewedTask> read = tasks.find(task.taskId()).orElseThrow();
        ReviewerDecision ruling =
                new ReviewerDecision(
                        new Decision.Answered(CAT), "r1", new Grounds(clause, null, null));
        ReviewedProject project = projects.find(projectId).orElseThrow();
        tasks.update(
                read, TaskReview.decide(read.state(), ruling, contexts.of(read.state(), project)));
    }

    private TaskCreated known(Answer answer) {
        TaskCreated known = pictured("gold", TaskKind.GOLD);
        receive(known);
        receive(gold(known, answer));
        return known;
    }

    private TaskCreated pictured(String externalId, TaskKind kind) {
        TaskCreated plain = created(projectId, externalId, kind);
        return new TaskCreated(
                plain.taskId(),
                projectId,
                externalId,
                kind,
                new Media("image", picture, "image/jpeg", 640, 480),
                plain.complexityPermille(),
                plain.priority(),
                null,
                NOON);
    }

    private ProjectChanged closed(Instant at) {
        ProjectChanged open = project(projectId, THREE);
        return new ProjectChanged(
                projectId,
                open.requesterId(),
                open.name(),
                ProjectStatus.CLOSED,
                open.mediaKind(),
                open.ontology(),
                open.guideline(),
                open.rateCard(),
                open.overlap(),
                open.goldRate(),
                open.tierRule(),
                open.leaseRule(),
                open.holdDays(),
                open.budget(),
                open.partners(),
                at);
    }

    private void learn(ProjectChanged project, long sequence) {
        Envelope envelope =
                new Envelope(UUID.randomUUID().toString(), sequence, "test", NOON, null, project);
        projects.keep(List.of(new Received(envelope, "test", 0, 0)));
    }

    private void receive(Event... events) {
        ReceiveTasks.receive(reviewing, List.of(events));
    }

    private static String worker(String id) {
        return TestTokens.bearer(id, "worker");
    }
}
