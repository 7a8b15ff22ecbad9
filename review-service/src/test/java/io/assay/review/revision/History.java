package io.assay.review.revision;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Event;
import io.assay.events.Ids;
import io.assay.events.LabelReviewed;
import io.assay.events.OverlapRule;
import io.assay.review.gold.GoldDoubt;
import io.assay.review.gold.GoldLabel;
import io.assay.review.learning.LabelModel;
import io.assay.review.outcome.GoldRules;
import io.assay.review.outcome.TaskReview;
import io.assay.review.project.Freeze;
import io.assay.review.project.FreezeState;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.Decision;
import io.assay.review.task.Grounds;
import io.assay.review.task.Pseudonyms;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewSettings;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.review.task.Step;
import io.assay.truth.consensus.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one task hears and tells, one event at a time. */
public final class History {
    private final List<Event> events = new ArrayList<>();
    private final List<GoldLabel> golds = new ArrayList<>();
    private ReviewSettings settings =
            new ReviewSettings(
                    Tolerance.DEFAULT, new Pseudonyms("a secret of sixteen"), _ -> false);
    private LabelModel model = LabelModel.NOTHING;
    private @Nullable ReviewedProject project;
    private ReviewedTask task;

    /** With a project that is known from the start. */
    public History(String taskId, OverlapRule overlap) {
        this(taskId);
        this.project = ReviewedProject.of(project("p", overlap), 1);
    }

    /** With a project that is not heard of. */
    public History(String taskId) {
        this.task = ReviewedTask.unknown(taskId);
    }

    public void receive(Event... heard) {
        for (Event event : heard) {
            task = task.after(event);
            settle();
        }
    }

    /** What is known of the project's crowd from now on. */
    public History knowing(LabelModel next) {
        model = next;
        return this;
    }

    public void learn(OverlapRule overlap) {
        project = ReviewedProject.of(project("p", overlap), 1);
        settle();
    }

    public void decide(Decision decision, String reviewer) {
        decide(new ReviewerDecision(decision, reviewer, Grounds.NONE));
    }

    public void decide(ReviewerDecision ruling) {
        apply(TaskReview.decide(task, ruling, context()));
    }

    public void audit(Decision decision, String reviewer) {
        Grounds grounds = new Grounds("2.1 Tails", null, null);
        apply(
                CorrectTask.audit(
                        task, new ReviewerDecision(decision, reviewer, grounds), context()));
    }

    public void appeal(String worker, boolean upheld, Decision decision, String reviewer) {
        Grounds grounds = new Grounds("2.1 Tails", null, "It has a tail.");
        apply(
                CorrectTask.appeal(
                        task,
                        Ids.assignmentId(task.taskId(), worker),
                        upheld,
                        new ReviewerDecision(decision, reviewer, grounds),
                        context()));
    }

    /** Every result is drawn for an audit. */
    public History audited() {
        settings =
                new ReviewSettings(
                        Tolerance.DEFAULT, new Pseudonyms("a secret of sixteen"), _ -> true);
        return this;
    }

    /** What is known of the crowd by now may change the result. */
    public void learned() {
        apply(CorrectTask.learned(task, context()));
    }

    /** Its verdicts are held from now on. */
    public void freeze() {
        ReviewedProject now = Objects.requireNonNull(project);
        project =
                new ReviewedProject(
                        now.projectId(),
                        now.requesterId(),
                        now.status(),
                        now.sequence(),
                        now.name(),
                        now.ontology(),
                        now.overlap(),
                        now.skill(),
                        now.guidelineVersion(),
                        now.rules(),
                        new FreezeState(new Freeze(NOON, 50, 60, 0.1, 1e-9), null, null),
                        now.settled(),
                        now.longestLease(),
                        now.closedAt());
    }

    public void doubt(GoldDoubt doubt) {
        apply(GoldRules.suspended(new Step(task, List.of(), List.of()), doubt));
    }

    private void settle() {
        apply(TaskReview.settle(task, context()));
    }

    private void apply(Step step) {
        task = step.next();
        events.addAll(step.events());
        golds.addAll(step.golds());
    }

    private ReviewContext context() {
        return new ReviewContext(project, _ -> 0.8, model, settings, NOON.plusSeconds(60));
    }

    public ReviewedTask task() {
        return task;
    }

    public List<Event> events() {
        return events;
    }

    public List<GoldLabel> golds() {
        return golds;
    }

    public <E extends Event> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <E extends Event> E only(Class<E> type) {
        assertThat(all(type)).hasSize(1);
        return all(type).getFirst();
    }

    public LabelReviewed verdictOn(String worker) {
        List<LabelReviewed> verdicts =
                all(LabelReviewed.class).stream()
                        .filter(verdict -> verdict.workerId().equals(worker))
                        .toList();
        assertThat(verdicts).hasSize(1);
        return verdicts.getFirst();
    }
}
