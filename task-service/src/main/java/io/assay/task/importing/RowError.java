package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/**
 * Why a row made no task.
 *
 * @param row line of the file on which it begins, from 1, blank lines and a CSV header counted
 * @param field where in the row, if one is to blame
 * @param reason for people
 */
record RowError(long row, @Nullable String externalId, @Nullable String field, String reason) {}
