package io.assay.review.task;

import io.assay.events.Event;
import io.assay.events.LabelReviewed;
import io.assay.events.TaskEscalated;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import io.assay.events.VerdictReason;
import io.assay.review.gold.Delays;
import io.assay.review.skill.Agreed;
import io.assay.review.skill.MongoAgreements;
import io.assay.review.verdict.Submission;
import io.assay.review.verdict.VerdictMetrics;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be counted and remembered of a step once it is written. */
public class TaskOutcomes {
    private static final Set<VerdictReason> COMPARED =
            EnumSet.of(VerdictReason.AGREES, VerdictReason.DIFFERS);

    /**
     * A step that is written.
     *
     * @param skill of its project
     */
    public record Written(Step step, String skill) {}

    private final MeterRegistry meters;
    private final VerdictMetrics verdicts;
    private final DistributionSummary labels;
    private final Delays delays;
    private final MongoAgreements agreements;

    TaskOutcomes(
            MeterRegistry meters,
            VerdictMetrics verdicts,
            Delays delays,
            MongoAgreements agreements) {
        this.meters = meters;
        this.verdicts = verdicts;
        this.labels = meters.summary("assay.consensus.labels");
        this.delays = delays;
        this.agreements = agreements;
    }

    /** Counts what these steps told, after they are written. */
    public void written(List<Written> steps) {
        for (Written written : steps) {
            if (!written.step().events().isEmpty()) {
                count(written.step());
            }
        }
        agreements.add(steps.stream().flatMap(TaskOutcomes::agreed).toList());
    }

    private static Stream<Agreed> agreed(Written written) {
        return written.step().events().stream()
                .filter(LabelReviewed.class::isInstance)
                .map(LabelReviewed.class::cast)
                .filter(reviewed -> COMPARED.contains(reviewed.reason()))
                .map(
                        reviewed ->
                                new Agreed(
                                        reviewed.workerId(),
                                        written.skill(),
                                        reviewed.reason() == VerdictReason.AGREES));
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
            case LabelReviewed reviewed -> {
                verdicts.told(reviewed.verdict());
                Instant since =
                        submitted.getOrDefault(reviewed.assignmentId(), reviewed.reviewedAt());
                delays.noted(reviewed.projectId(), Duration.between(since, reviewed.reviewedAt()));
            }
            case TaskEscalated escalated ->
                    meters.counter("assay.tasks.escalated", "reason", name(escalated.reason()))
                            .increment();
            case TaskLabelled labelled -> {
                labels.record(labelled.labels());
                published(name(labelled.decidedBy()));
            }
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
