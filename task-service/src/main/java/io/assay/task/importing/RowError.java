package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/**
 * Why a row made no task.
 *
 * @param row line number from 1, blank lines counted
 * @param field where in the row, if one is to blame
 * @param reason for people
 */
record RowError(long row, @Nullable String externalId, @Nullable String field, String reason) {}
