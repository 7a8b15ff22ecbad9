package io.assay.review.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Ontology;
import io.assay.events.Point;
import io.assay.events.Verdict;
import io.assay.review.task.Decision;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.QueueReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a reviewer needs to decide one picture. Who answered is told by a pseudonym of the
 * project, and the order of the labels shows nothing.
 *
 * @param projectName as its requester calls it
 * @param paused true while the project gives out no work; a decision counts all the same
 * @param confidence of the consensus, 0 to 1
 * @param escalatedAt since when it waits, unless it is an audit
 * @param ontology what may be answered
 * @param guidelineVersion current
 * @param preLabel what the workers were shown to correct or, with tool {@code verification}, to
 *     judge; absent if there was none
 * @param known what was thought to be right and is in doubt; absent unless that is the reason
 * @param labels by workers, in alphabetical order of the answers
 * @param flags by workers
 * @param skips how many workers passed on it
 * @param result what an audit is about, whoever decided it; absent if there is no answer
 * @param decision by a reviewer; absent until there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewCase(
        String taskId,
        String projectId,
        String projectName,
        boolean paused,
        @Nullable QueueReason reason,
        @Nullable Double confidence,
        @Nullable Instant escalatedAt,
        PictureLinks.Picture media,
        Ontology ontology,
        int guidelineVersion,
        @Nullable Answer preLabel,
        @Nullable Answer known,
        List<GivenLabel> labels,
        List<Flag> flags,
        int skips,
        @Nullable Answer result,
        @Nullable Decided decision) {

    /**
     * What one worker answered.
     *
     * @param worker a pseudonym: the same in all of a project, another in each project
     * @param tier that the worker had then
     * @param guidelineVersion that the worker had read
     * @param verdict absent until the label is judged
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GivenLabel(
            String worker,
            int tier,
            int guidelineVersion,
            Answer answer,
            @Nullable Verdict verdict) {}

    /**
     * A worker says that there is no answer.
     *
     * @param worker a pseudonym, as of a label
     * @param tier that the worker had then
     * @param mark where in the picture it is seen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Flag(
            String worker,
            int tier,
            FlagReason reason,
            @Nullable String comment,
            @Nullable Point mark) {}

    /** Either an answer, or why there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
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
