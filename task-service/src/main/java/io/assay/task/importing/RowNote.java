package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/**
 * What was passed over in a row, or read otherwise than it is written, though it made a task.
 *
 * @param row as for a {@link RowError}
 * @param text for people
 */
record RowNote(long row, @Nullable String externalId, String text) {}
