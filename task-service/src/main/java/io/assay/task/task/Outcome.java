package io.assay.task.task;

import io.assay.events.Answer;
import io.assay.events.Decider;
import io.assay.events.Result;
import io.assay.events.ResultProvenance;
import io.assay.events.TaskLabelSuperseded;
import io.assay.events.TaskLabelled;
import io.assay.events.TaskUnlabelable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The current result of a task.
 *
 * @param version as review counts them; a lower one never replaces a higher one
 * @param answer null if it cannot be labelled
 * @param reason why it cannot be labelled, else null
 * @param confidence 0 to 1, of an answer
 * @param labels how many an answer rests on
 * @param provenance what it rests on; null if review does not send it
 */
public record Outcome(
        int version,
        @Nullable Answer answer,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable Integer labels,
        Decider decidedBy,
        @Nullable Integer guidelineVersion,
        Instant decidedAt,
        @Nullable ResultProvenance provenance) {

    public static Outcome of(Result result) {
        return switch (result) {
            case TaskLabelled r ->
                    new Outcome(
                            r.version(),
                            r.answer(),
                            null,
                            r.confidence(),
                            r.labels(),
                            r.decidedBy(),
                            r.guidelineVersion(),
                            r.decidedAt(),
                            r.provenance());
            case TaskLabelSuperseded r ->
                    new Outcome(
                            r.version(),
                            r.answer(),
                            null,
                            r.confidence(),
                            r.labels(),
                            r.decidedBy(),
                            r.guidelineVersion(),
                            r.decidedAt(),
                            r.provenance());
            case TaskUnlabelable r ->
                    new Outcome(
                            r.version(),
                            null,
                            r.reason(),
                            null,
                            null,
                            Decider.REVIEWER,
                            null,
                            r.decidedAt(),
                            r.provenance());
        };
    }

    TaskStatus status() {
        return answer == null ? TaskStatus.UNLABELABLE : TaskStatus.LABELLED;
    }
}
