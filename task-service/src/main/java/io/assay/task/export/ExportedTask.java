package io.assay.task.export;

import io.assay.formats.data.Labelled;
import io.assay.formats.data.Loss;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a task in an export. */
sealed interface ExportedTask {

    /**
     * @param losses what the format cannot say of it, and how often
     */
    record Written(Labelled labelled, Map<Loss, Integer> losses) implements ExportedTask {}

    /**
     * One line of {@code missing.ndjson}.
     *
     * @param reason why it is unlabelable or was withdrawn
     */
    record Missing(String taskId, String externalId, MissingReason why, @Nullable String reason)
            implements ExportedTask {}
}
