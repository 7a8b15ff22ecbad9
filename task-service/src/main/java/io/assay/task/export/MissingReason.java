package io.assay.task.export;

import com.fasterxml.jackson.annotation.JsonValue;
import io.assay.formats.data.Loss;
import java.util.Locale;

/** Why a task is not in an export. */
enum MissingReason {
    PENDING,
    UNLABELABLE,
    WITHDRAWN,
    GOLD,
    LOW_CONFIDENCE,
    /** the format cannot say it: see {@link Loss} */
    TOOL,
    UNKNOWN_SIZE,
    HUGE_MASK,
    NO_ANSWER;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same, where a loss leaves the picture out. */
    static MissingReason of(Loss loss) {
        return switch (loss) {
            case TOOL -> TOOL;
            case UNKNOWN_SIZE -> UNKNOWN_SIZE;
            case HUGE_MASK -> HUGE_MASK;
            case NO_ANSWER -> NO_ANSWER;
            case ROTATION,
                    ATTRIBUTES,
                    PRECISION,
                    CLIPPED,
                    WHOLE_PIXELS,
                    CHARACTERS,
                    PROVENANCE,
                    SOURCES ->
                    throw new IllegalArgumentException(loss + " leaves nothing out");
        };
    }
}
