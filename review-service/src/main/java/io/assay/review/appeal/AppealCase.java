package io.assay.review.appeal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Ontology;
import io.assay.review.appeal.Appeal.Status;
import io.assay.review.task.PictureLinks.Picture;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a reviewer needs to decide an appeal. Whose it is is told by a pseudonym of the project;
 * who rejected is left out.
 *
 * @param projectName as its requester calls it
 * @param worker a pseudonym: the same in all of a project, another in each project
 * @param tier that the worker had when the label was made
 * @param guidelineVersion that the label was made under; the appeal is decided by it
 * @param given the rejected answer; absent for a flag
 * @param flag the overruled flag; absent for an answer
 * @param accepted what it was held against; absent if there was no answer
 * @param explanation that the worker was given
 * @param clause of the guideline that the rejection named
 * @param text why it is wrong, in the worker's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppealCase(
        String appealId,
        String projectId,
        String projectName,
        String worker,
        int tier,
        Status status,
        Picture media,
        Ontology ontology,
        int guidelineVersion,
        @Nullable Answer given,
        @Nullable FlagReason flag,
        @Nullable Answer accepted,
        String explanation,
        double score,
        @Nullable String clause,
        String text,
        Instant filedAt,
        @Nullable Decision decision) {

    /**
     * @param answer that the result changes to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            boolean upheld,
            String reason,
            @Nullable String clause,
            @Nullable Integer guidelineVersion,
            @Nullable Answer answer,
            Instant decidedAt) {

        static @Nullable Decision of(Appeal.@Nullable AppealDecision ruling) {
            return ruling == null
                    ? null
                    : new Decision(
                            ruling.upheld(),
                            ruling.reason(),
                            ruling.clause(),
                            ruling.guidelineVersion(),
                            ruling.answer(),
                            ruling.at());
        }
    }
}
