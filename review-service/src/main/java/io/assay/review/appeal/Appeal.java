package io.assay.review.appeal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.assay.events.Answer;
import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A worker says that a rejection is wrong; one per assignment.
 *
 * @param rule that rejected, and {@code clause} of the guideline if a reviewer had named one
 * @param guidelineVersion that the label was made under
 * @param text why, in the worker's words, 1 to 2,000 characters
 * @param rejectedBy the reviewer who did; null if none did
 * @param place in the queue, the oldest first; null once decided
 * @param ruling null until decided
 * @param unsettled true from the decision until all that follows from it is done; else null
 */
record Appeal(
        String assignmentId,
        String taskId,
        String projectId,
        String workerId,
        String rule,
        @Nullable String clause,
        int guidelineVersion,
        String text,
        @Nullable String rejectedBy,
        Instant filedAt,
        Status status,
        @Nullable String place,
        @Nullable AppealDecision ruling,
        @Nullable Boolean unsettled) {

    /** Where it stands. */
    enum Status {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("upheld")
        UPHELD,
        @JsonProperty("denied")
        DENIED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What another reviewer says of it.
     *
     * @param reason for the worker, 1 to 500 characters
     * @param clause of the guideline that the reason refers to
     * @param guidelineVersion that the clause is of; null: the label's
     * @param answer that the task's result changes to; null if it stays
     */
    record AppealDecision(
            String reviewer,
            boolean upheld,
            String reason,
            @Nullable String clause,
            @Nullable Integer guidelineVersion,
            @Nullable Answer answer,
            Instant at) {

        /** The same decision, whenever it was made. */
        boolean saysLike(AppealDecision other) {
            return at(other.at).equals(other);
        }

        private AppealDecision at(Instant instant) {
            return new AppealDecision(
                    reviewer, upheld, reason, clause, guidelineVersion, answer, instant);
        }
    }

    /** Follows from the assignment, but does not show a reviewer whose it is. */
    static String idOf(String assignmentId) {
        byte[] utf8 = assignmentId.getBytes(StandardCharsets.UTF_8);
        return Ids.sha256Hex(utf8).substring(0, 32);
    }

    static Appeal filed(PublishedVerdict against, String projectId, String text, Instant now) {
        return new Appeal(
                against.submission().assignmentId(),
                against.taskId(),
                projectId,
                against.submission().workerId(),
                against.judgement().rule(),
                against.judgement().clause(),
                against.submission().terms().guidelineVersion(),
                text,
                against.decidedBy(),
                now,
                Status.WAITING,
                String.format(
                        Locale.ROOT,
                        "%013d-%s",
                        now.toEpochMilli(),
                        idOf(against.submission().assignmentId())),
                null,
                null);
    }

    Appeal decided(AppealDecision next) {
        return with(next.upheld() ? Status.UPHELD : Status.DENIED, next, true);
    }

    Appeal settled() {
        return with(status, ruling, null);
    }

    private Appeal with(Status next, @Nullable AppealDecision by, @Nullable Boolean open) {
        return new Appeal(
                assignmentId,
                taskId,
                projectId,
                workerId,
                rule,
                clause,
                guidelineVersion,
                text,
                rejectedBy,
                filedAt,
                next,
                null,
                by,
                open);
    }
}
