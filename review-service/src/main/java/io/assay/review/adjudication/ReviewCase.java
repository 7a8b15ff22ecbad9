package io.assay.review.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Ontology;
import io.assay.events.Point;
import io.assay.review.task.Decision;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.QueueReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a reviewer needs to decide one picture. Who answered is left out, and the order of the
 * answers shows nothing.
 *
 * @param confidence of the consensus, 0 to 1
 * @param escalatedAt since when it waits, unless it is an audit
 * @param ontology what may be answered
 * @param guidelineVersion current
 * @param preLabel what the workers were shown to correct or, with tool {@code verification}, to
 *     judge; absent if there was none
 * @param answers by workers, in alphabetical order
 * @param flags by workers
 * @param result what an audit is about, whoever decided it; absent if there is no answer
 * @param decision by a reviewer; absent until there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewCase(
        String taskId,
        String projectId,
        @Nullable QueueReason reason,
        @Nullable Double confidence,
        @Nullable Instant escalatedAt,
        PictureLinks.Picture media,
        Ontology ontology,
        int guidelineVersion,
        @Nullable Answer preLabel,
        List<Answer> answers,
        List<Flag> flags,
        @Nullable Answer result,
        @Nullable Decided decision) {

    /**
     * A worker says that there is no answer.
     *
     * @param mark where in the picture it is seen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Flag(FlagReason reason, @Nullable String comment, @Nullable Point mark) {}

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
                case Decision.Accepted _ ->
                        throw new IllegalArgumentException("accepted (expected: an outcome)");
            };
        }
    }
}
