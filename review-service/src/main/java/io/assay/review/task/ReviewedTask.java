package io.assay.review.task;

import io.assay.events.Answer;
import io.assay.events.AssignmentReturned;
import io.assay.events.Decider;
import io.assay.events.Event;
import io.assay.events.GoldRetired;
import io.assay.events.GoldSet;
import io.assay.events.LabelFlagged;
import io.assay.events.LabelSubmitted;
import io.assay.events.ReturnReason;
import io.assay.events.TaskCreated;
import io.assay.events.TaskWithdrawn;
import io.assay.review.verdict.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One task under review. Its events come from several topics, so in any order between them:
 * submissions wait in {@code parked}, in their order, until task and project are known, and are
 * then taken as if they arrived only now.
 *
 * <p>The labels of gold tasks are kept elsewhere, one document each: there may be thousands.
 *
 * @param info null until TaskCreated arrives
 * @param gold null unless a gold answer was set
 * @param taken submissions that count, in order of arrival
 * @param waitsFor the project whose change may move this task on; null if none can
 * @param queued where it stands in the reviewers' queue; null if not there
 * @param trail how its result came about
 * @param skippedBy workers who passed on it while it was open, at most {@link #SKIPS}
 */
public record ReviewedTask(
        String taskId,
        @Nullable TaskInfo info,
        @Nullable GoldAnswer gold,
        List<Submission> parked,
        List<CountedSubmission> taken,
        Progress progress,
        @Nullable String waitsFor,
        @Nullable QueueEntry queued,
        ResultHistory trail,
        @Nullable List<String> skippedBy) {

    /** So many workers passing on a task say that something is wrong with it. */
    static final int SKIPS = 3;

    public ReviewedTask {
        parked = List.copyOf(parked);
        taken = List.copyOf(taken);
        trail = ResultHistory.orNone(trail);
        skippedBy = skippedBy == null ? List.of() : List.copyOf(skippedBy);
    }

    /** Skipped by nobody. */
    public ReviewedTask(
            String taskId,
            @Nullable TaskInfo info,
            @Nullable GoldAnswer gold,
            List<Submission> parked,
            List<CountedSubmission> taken,
            Progress progress,
            @Nullable String waitsFor,
            @Nullable QueueEntry queued,
            ResultHistory trail) {
        this(taskId, info, gold, parked, taken, progress, waitsFor, queued, trail, null);
    }

    public static ReviewedTask unknown(String taskId) {
        return new ReviewedTask(
                taskId,
                null,
                null,
                List.of(),
                List.of(),
                new Progress.Open(0),
                null,
                null,
                ResultHistory.NONE);
    }

    /** This task after one more event; the same if the event is known or says nothing to it. */
    public ReviewedTask after(Event event) {
        return switch (event) {
            case TaskCreated created -> info == null ? withInfo(TaskInfo.of(created)) : this;
            case GoldSet set ->
                    gold == null
                            ? withGold(new GoldAnswer(set.answer(), set.training(), false))
                            : this;
            case GoldRetired _ -> gold == null ? this : withGold(gold.asRetired());
            case LabelSubmitted label -> parked(Submission.Label.of(label));
            case LabelFlagged flag -> parked(Submission.Flag.of(flag));
            case AssignmentReturned returned -> skipped(returned);
            case TaskWithdrawn withdrawn -> withdrawn(withdrawn);
            default -> this;
        };
    }

    /** In the words of the wire, all that workers handed in for this task. */
    public Stream<Submission> submissions() {
        return Stream.concat(taken.stream().map(CountedSubmission::submission), parked.stream());
    }

    public List<Submission.Label> labels() {
        return taken.stream()
                .map(CountedSubmission::submission)
                .filter(Submission.Label.class::isInstance)
                .map(Submission.Label.class::cast)
                .toList();
    }

    /** The answer that consensus decided and that nobody has looked at since; null if none is. */
    public @Nullable Answer byConsensus() {
        return queued == null
                        && trail.reviews().isEmpty()
                        && progress instanceof Progress.Answered answered
                        && answered.decidedBy() == Decider.CONSENSUS
                ? answered.answer()
                : null;
    }

    /** The known answer of gold; null of any other task. */
    public @Nullable Answer goldAnswer() {
        return gold == null ? null : gold.answer();
    }

    /** True if its result was drawn for a second look. */
    public boolean audited() {
        return queued != null && queued.reason() == QueueReason.AUDIT;
    }

    /** True if this person handed something in for it. */
    public boolean labelledBy(String person) {
        return submissions().anyMatch(submission -> submission.workerId().equals(person));
    }

    private ReviewedTask parked(Submission submission) {
        boolean known =
                submissions().anyMatch(s -> s.assignmentId().equals(submission.assignmentId()));
        return known ? this : withParked(append(parked, submission));
    }

    private ReviewedTask withdrawn(TaskWithdrawn event) {
        return switch (progress) {
            case Progress.Open _, Progress.Escalated _ ->
                    withProgress(new Progress.Withdrawn(event.withdrawnAt()));
            case Progress.Answered _, Progress.Unlabelable _, Progress.Withdrawn _ -> this;
        };
    }

    /**
     * Whether so many passed on it that a reviewer has to look: several, or, where it names its
     * workers, all that did not label it.
     */
    public boolean isShunned() {
        int skips = skippedBy().size();
        boolean nobodyLeft =
                info != null
                        && info.workers() != null
                        && skips + submissions().count() >= info.workers();
        return skips >= SKIPS || (skips > 0 && nobodyLeft);
    }

    /** Never null: it is only where it is stored. */
    @Override
    public List<String> skippedBy() {
        return skippedBy == null ? List.of() : skippedBy;
    }

    private ReviewedTask skipped(AssignmentReturned event) {
        boolean news =
                event.reason() == ReturnReason.SKIPPED
                        && progress instanceof Progress.Open
                        && skippedBy().size() < SKIPS
                        && !skippedBy().contains(event.workerId());
        return news ? withSkippedBy(append(skippedBy(), event.workerId())) : this;
    }

    public static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private ReviewedTask withInfo(TaskInfo next) {
        return new ReviewedTask(
                taskId, next, gold, parked, taken, progress, waitsFor, queued, trail, skippedBy);
    }

    public ReviewedTask withGold(GoldAnswer next) {
        return new ReviewedTask(
                taskId, info, next, parked, taken, progress, waitsFor, queued, trail, skippedBy);
    }

    public ReviewedTask withParked(List<Submission> next) {
        return new ReviewedTask(
                taskId, info, gold, next, taken, progress, waitsFor, queued, trail, skippedBy);
    }

    public ReviewedTask withTaken(List<CountedSubmission> next) {
        return new ReviewedTask(
                taskId, info, gold, parked, next, progress, waitsFor, queued, trail, skippedBy);
    }

    public ReviewedTask withProgress(Progress next) {
        return new ReviewedTask(
                taskId,
                info,
                gold,
                parked,
                taken,
                next,
                waitsFor,
                QueueEntry.of(this, next),
                trail,
                skippedBy);
    }

    public ReviewedTask withTrail(ResultHistory next) {
        return new ReviewedTask(
                taskId, info, gold, parked, taken, progress, waitsFor, queued, next, skippedBy);
    }

    public ReviewedTask queuedAs(@Nullable QueueEntry next) {
        return new ReviewedTask(
                taskId, info, gold, parked, taken, progress, waitsFor, next, trail, skippedBy);
    }

    public ReviewedTask waitingFor(@Nullable String projectId) {
        return new ReviewedTask(
                taskId, info, gold, parked, taken, progress, projectId, queued, trail, skippedBy);
    }

    private ReviewedTask withSkippedBy(List<String> next) {
        return new ReviewedTask(
                taskId, info, gold, parked, taken, progress, waitsFor, queued, trail, next);
    }
}
