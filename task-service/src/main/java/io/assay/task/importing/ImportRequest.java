package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/**
 * What opens an import whose rows follow in parts.
 *
 * @param format ndjson or csv
 * @param dryRun check everything, write nothing; false if absent
 * @param totalBytes of the file when unpacked, 0 or more, for the estimate of what is left
 * @param totalRows likewise
 */
record ImportRequest(
        @Nullable String format,
        @Nullable Boolean dryRun,
        @Nullable Long totalBytes,
        @Nullable Long totalRows) {

    ImportTerms terms() {
        ImportFormat known =
                ImportFormat.named(String.valueOf(format))
                        .filter(ImportFormat::isOfRows)
                        .orElseThrow(() -> ImportProblems.unknownFormat(format));
        return new ImportTerms(
                known,
                null,
                Boolean.TRUE.equals(dryRun),
                atLeastNothing("totalBytes", totalBytes),
                atLeastNothing("totalRows", totalRows));
    }

    private static @Nullable Long atLeastNothing(String field, @Nullable Long value) {
        if (value != null && value < 0) {
            throw ImportProblems.negative(field, value);
        }
        return value;
    }
}
