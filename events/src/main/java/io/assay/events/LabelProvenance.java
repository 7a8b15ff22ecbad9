package io.assay.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One label or flag that a result rests on.
 *
 * @param worker pseudonym, the same within a project and another in each project
 * @param tier of the worker when the picture was leased, 1 to 5
 * @param guidelineVersion that the worker was shown
 * @param flagged true if the worker said that the picture cannot be labelled
 * @param agreement with the result, 0 to 1; absent for a flag and without an answer
 * @param accuracy what the worker was trusted to get right, 0 to 1
 * @param golds answers to known pictures that this trust rests on
 * @param goldsCorrect of these
 */
public record LabelProvenance(
        String worker,
        int tier,
        int guidelineVersion,
        boolean flagged,
        @Nullable Double agreement,
        double accuracy,
        int golds,
        double goldsCorrect,
        Instant submittedAt) {}
