package io.assay.task.export;

import io.assay.formats.data.Labelled;
import io.assay.formats.data.Loss;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What becomes of a task in an export. */
sealed interface Choice {

    /**
     * @param losses what the format cannot say of it, and how often
     */
    record Written(Labelled labelled, Map<Loss, Integer> losses) implements Choice {}

    /**
     * One line of {@code missing.ndjson}.
     *
     * @param reason why it is unlabelable or was withdrawn
     */
    record Missing(String taskId, String externalId, LeftOut why, @Nullable String reason)
            implements Choice {}
}
