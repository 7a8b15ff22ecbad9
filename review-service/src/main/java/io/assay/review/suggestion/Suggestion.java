package io.assay.review.suggestion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.assay.events.Ids;
import io.assay.events.Media;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that would have made a picture's answer clear; one of each reviewer for each picture.
 *
 * @param requesterId whose project it is, and who replies
 * @param sentence 1 to 500 characters
 * @param clause of the guideline that it belongs to, 1 to 100 characters; null if to none
 * @param guidelineVersion that was current
 * @param place sorts by time
 * @param reply of the requester; null so far
 */
record Suggestion(
        String taskId,
        String projectId,
        String requesterId,
        String reviewer,
        Media media,
        String sentence,
        @Nullable String clause,
        int guidelineVersion,
        Instant madeAt,
        String place,
        Status status,
        @Nullable Reply reply) {

    /** Where it stands. */
    enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("taken")
        TAKEN,
        @JsonProperty("declined")
        DECLINED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What its requester says.
     *
     * @param reason why not, or what came of it; 1 to 500 characters
     */
    record Reply(boolean taken, @Nullable String reason, Instant at) {

        boolean saysLike(Reply other) {
            return new Reply(taken, reason, other.at).equals(other);
        }
    }

    Suggestion {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("sentence: blank (expected: words)");
        }
    }

    /** Follows from whose it is and what about, but tells neither. */
    static String idOf(String taskId, String reviewer) {
        byte[] utf8 = (taskId + "\0" + reviewer).getBytes(StandardCharsets.UTF_8);
        return Ids.sha256Hex(utf8).substring(0, 32);
    }

    static String place(Instant at, String id) {
        return String.format(Locale.ROOT, "%013d-%s", at.toEpochMilli(), id);
    }

    String id() {
        return idOf(taskId, reviewer);
    }

    boolean saysLike(String otherSentence, @Nullable String otherClause) {
        return sentence.equals(otherSentence)
                && (clause == null ? otherClause == null : clause.equals(otherClause));
    }

    Suggestion replied(Reply next) {
        return new Suggestion(
                taskId,
                projectId,
                requesterId,
                reviewer,
                media,
                sentence,
                clause,
                guidelineVersion,
                madeAt,
                place,
                next.taken() ? Status.TAKEN : Status.DECLINED,
                next);
    }
}
