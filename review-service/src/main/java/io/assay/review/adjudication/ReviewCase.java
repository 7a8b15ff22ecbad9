package io.assay.review.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.Answer;
import io.assay.events.EscalationReason;
import io.assay.events.FlagReason;
import io.assay.events.Ontology;
import io.assay.review.task.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a reviewer needs to decide one picture. Who answered is left out, and the order of the
 * answers tells nothing.
 *
 * @param confidence of the consensus when it was escalated, 0 to 1
 * @param ontology what may be answered
 * @param guidelineVersion current
 * @param preLabel what the workers were shown to correct or, with tool {@code verification}, to
 *     judge; absent if there was none
 * @param answers by workers, in alphabetical order
 * @param flags by workers
 * @param decision absent until there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewCase(
        String taskId,
        String projectId,
        @Nullable EscalationReason reason,
        @Nullable Double confidence,
        @Nullable Instant escalatedAt,
        Picture media,
        Ontology ontology,
        int guidelineVersion,
        @Nullable Answer preLabel,
        List<Answer> answers,
        List<Flag> flags,
        @Nullable Decided decision) {

    /**
     * @param url of the picture; needs no token and expires
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Picture(String kind, String url, @Nullable Integer width, @Nullable Integer height) {}

    /** A worker says that there is no answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Flag(FlagReason reason, @Nullable String comment) {}

    /** Either an answer, or why there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            String taskId,
            String projectId,
            @Nullable Answer answer,
            @Nullable String unlabelable,
            Instant decidedAt) {

        static Decided of(String taskId, String projectId, Decision decision, Instant at) {
            return switch (decision) {
                case Decision.Answered(Answer answer) ->
                        new Decided(taskId, projectId, answer, null, at);
                case Decision.Unlabelable(String reason) ->
                        new Decided(taskId, projectId, null, reason, at);
            };
        }
    }
}
