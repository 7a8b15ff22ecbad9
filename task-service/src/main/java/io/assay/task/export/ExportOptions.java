package io.assay.task.export;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks an export holds; those that it leaves out are counted and listed.
 *
 * @param includePending whether pictures without an answer are in it
 * @param includeGold whether gold, whose answer was known from the start, is in it
 * @param minConfidence least confidence of an answer, 0 to 1; what has none, such as gold, passes
 * @param links whether uploads are named by a link that is good for a day, rather than by reference
 * @param plain whether texts in CSV are written as they are, even if a spreadsheet would run them
 */
record ExportOptions(
        boolean includePending,
        boolean includeGold,
        @Nullable Double minConfidence,
        boolean links,
        boolean plain) {}
