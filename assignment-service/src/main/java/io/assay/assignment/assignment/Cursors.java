package io.assay.assignment.assignment;

import io.assay.assignment.assignment.MongoAssignments.After;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where the next page of assignments begins, opaque to the caller. */
final class Cursors {

    private Cursors() {}

    static String after(Lease last) {
        String text = last.leasedAt().toEpochMilli() + ":" + last.assignmentId();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable After parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("no time");
            }
            Instant leasedAt = Instant.ofEpochMilli(Long.parseLong(text.substring(0, colon)));
            return new After(leasedAt, text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw AssignmentProblems.badCursor();
        }
    }
}
