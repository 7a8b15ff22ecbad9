package io.assay.assignment.qualification;

import io.assay.events.Trial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tutorial or a test that a worker took.
 *
 * @param guidelineVersion that the worker had acknowledged
 * @param questions ids of the tasks asked
 * @param outcome null while it is under way
 */
record Attempt(
        Trial trial,
        int guidelineVersion,
        List<String> questions,
        Instant startedAt,
        @Nullable Outcome outcome) {

    /**
     * What came of it.
     *
     * @param right answers accepted
     * @param passed of a test; a tutorial cannot be failed
     * @param endedAt when the last question was judged or given back
     */
    record Outcome(int right, boolean passed, Instant endedAt) {}

    Attempt {
        questions = List.copyOf(questions);
    }

    Attempt ended(Outcome with) {
        return new Attempt(trial, guidelineVersion, questions, startedAt, with);
    }
}
