package io.assay.review.outcome;

import io.assay.events.Event;
import io.assay.events.LabelReviewed;
import io.assay.events.ReviewKind;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskLabelSuperseded;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.events.VerdictReason;
import io.assay.review.gold.GoldLabel;
import io.assay.review.gold.VerdictDelays;
import io.assay.review.rejection.RecentVerdict;
import io.assay.review.rejection.RejectionAlarm;
import io.assay.review.rejection.RejectionRule;
import io.assay.review.skill.OutcomeAgreement;
import io.assay.review.skill.signal.RecentAnswer;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import io.assay.review.verdict.Submission;
import io.assay.review.verdict.VerdictMetrics;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be counted and remembered of a step once it is written. */
public class TaskOutcomes {
    private static final Set<VerdictReason> COMPARED =
            EnumSet.of(VerdictReason.AGREES, VerdictReason.DIFFERS);
    private static final Set<VerdictReason> FLAGS =
            EnumSet.of(VerdictReason.FLAG_UPHELD, VerdictReason.FLAG_OVERRULED);

    /**
     * A step that is written.
     *
     * @param skill of its project
     * @param requesterId whose project it is
     */
    public record Written(Step step, String skill, String requesterId) {}

    private final MeterRegistry meters;
    private final VerdictMetrics verdicts;
    private final DistributionSummary labels;
    private final VerdictDelays delays;
    private final Consumer<List<OutcomeAgreement>> agreements;
    private final RejectionAlarm alarm;

    public TaskOutcomes(
            MeterRegistry meters,
            VerdictMetrics verdicts,
            VerdictDelays delays,
            Consumer<List<OutcomeAgreement>> agreements,
            RejectionAlarm alarm) {
        this.meters = meters;
        this.verdicts = verdicts;
        this.labels = meters.summary("assay.consensus.labels");
        this.delays = delays;
        this.agreements = agreements;
        this.alarm = alarm;
    }

    /** Counts what these steps published, after they are written. */
    public void record(List<Written> steps) {
        for (Written written : steps) {
            if (!written.step().events().isEmpty()) {
                count(written.step());
            }
        }
        agreements.accept(steps.stream().flatMap(TaskOutcomes::agreed).toList());
        judged(steps).forEach(alarm::add);
    }

    /** Projects whose rejections are too many for these steps to be published, and why. */
    public Map<String, RejectionRule.Evidence> alarming(List<Written> steps) {
        Map<String, RejectionRule.Evidence> alarming = new TreeMap<>();
        judged(steps)
                .forEach(
                        (projectId, verdicts) ->
                                alarm.on(projectId, verdicts)
                                        .ifPresent(found -> alarming.put(projectId, found)));
        return alarming;
    }

    /**
     * First verdicts on work only, by project; those on gold, too. Who takes a test is often wrong,
     * which says nothing against the check.
     */
    private static Map<String, List<RecentVerdict>> judged(List<Written> steps) {
        Map<String, List<RecentVerdict>> judged = new TreeMap<>();
        for (Written written : steps) {
            for (Event event : written.step().events()) {
                if (event instanceof LabelReviewed reviewed
                        && reviewed.corrects() == null
                        && reviewed.terms().trial() == null) {
                    judged.computeIfAbsent(reviewed.projectId(), _ -> new ArrayList<>())
                            .add(
                                    judged(
                                            reviewed.workerId(),
                                            reviewed.verdict(),
                                            kind(reviewed.basis()),
                                            reviewed.reviewedAt()));
                }
            }
            for (GoldLabel gold : written.step().golds()) {
                if (!gold.isWork()) {
                    continue;
                }
                judged.computeIfAbsent(gold.projectId(), _ -> new ArrayList<>())
                        .add(
                                judged(
                                        gold.label().workerId(),
                                        gold.judgement().verdict(),
                                        RecentVerdict.Kind.GOLD,
                                        gold.scoredAt()));
            }
        }
        return judged;
    }

    private static RecentVerdict.Kind kind(VerdictBasis basis) {
        return switch (basis) {
            case GOLD -> RecentVerdict.Kind.GOLD;
            case REVIEWER -> RecentVerdict.Kind.REVIEWED;
            case CONSENSUS -> RecentVerdict.Kind.CONSENSUS;
        };
    }

    private static RecentVerdict judged(
            String workerId, Verdict verdict, RecentVerdict.Kind kind, Instant at) {
        return new RecentVerdict(workerId, verdict == Verdict.REJECTED, kind, at);
    }

    private static Stream<OutcomeAgreement> agreed(Written written) {
        Map<String, RecentAnswer> acts = RecentAnswers.of(written.step().next());
        return written.step().events().stream()
                .filter(LabelReviewed.class::isInstance)
                .map(LabelReviewed.class::cast)
                .flatMap(reviewed -> agreed(reviewed, written, acts));
    }

    private static Stream<OutcomeAgreement> agreed(
            LabelReviewed reviewed, Written written, Map<String, RecentAnswer> acts) {
        boolean first = reviewed.corrects() == null;
        int agreed = reviewed.reason() == VerdictReason.AGREES ? 1 : 0;
        int judged = (COMPARED.contains(reviewed.reason()) ? 1 : 0) - (first ? 0 : 1);
        boolean flag = FLAGS.contains(reviewed.reason());
        return flag || (judged == 0 && agreed == 0)
                ? Stream.empty()
                : Stream.of(
                        new OutcomeAgreement(
                                reviewed.workerId(),
                                written.skill(),
                                written.requesterId(),
                                judged,
                                agreed,
                                first
                                        ? weight(reviewed.basis())
                                        : weightBefore(written.step().next()),
                                reviewed.reviewedAt(),
                                first ? acts.get(reviewed.assignmentId()) : null));
    }

    /** A correction counts as much as what it corrects: never more credit than answers. */
    private static double weightBefore(ReviewedTask task) {
        boolean byReviewer =
                task.trail().reviews().stream()
                        .anyMatch(review -> review.kind() == ReviewKind.DECISION);
        return byReviewer ? OutcomeAgreement.BY_REVIEWER : OutcomeAgreement.BY_CONSENSUS;
    }

    private static double weight(VerdictBasis basis) {
        return switch (basis) {
            case REVIEWER -> OutcomeAgreement.BY_REVIEWER;
            case CONSENSUS -> OutcomeAgreement.BY_CONSENSUS;
            case GOLD -> 0;
        };
    }

    private void count(Step step) {
        Map<String, Instant> submitted =
                step.next()
                        .submissions()
                        .collect(
                                Collectors.toMap(
                                        Submission::assignmentId, Submission::submittedAt));
        step.events().forEach(event -> count(event, submitted));
    }

    private void count(Event event, Map<String, Instant> submitted) {
        switch (event) {
            case LabelReviewed reviewed when reviewed.corrects() != null ->
                    meters.counter("assay.verdicts.corrected", "cause", name(reviewed.corrects()))
                            .increment();
            case LabelReviewed reviewed -> {
                verdicts.count(reviewed.verdict());
                Instant since =
                        submitted.getOrDefault(reviewed.assignmentId(), reviewed.reviewedAt());
                delays.noted(
                        reviewed.projectId(), reviewed.workerId(), since, reviewed.reviewedAt());
            }
            case TaskEscalated escalated ->
                    meters.counter("assay.tasks.escalated", "reason", name(escalated.reason()))
                            .increment();
            case TaskLabelled labelled -> {
                labels.record(labelled.labels());
                published(name(labelled.decidedBy()));
            }
            case TaskLabelSuperseded _ -> meters.counter("assay.results.superseded").increment();
            case TaskUnlabelable _ -> published("reviewer");
            default -> {}
        }
    }

    private void published(String decider) {
        meters.counter("assay.results.published", "decider", decider).increment();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
