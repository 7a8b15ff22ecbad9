package io.assay.task.importing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a file.
 *
 * @param annotations how to read the answers of an annotation format; null for rows
 * @param dryRun everything is checked and nothing is written
 * @param totalBytes of the file when unpacked, if known
 * @param totalRows if known
 */
record ImportTerms(
        ImportFormat format,
        @Nullable AnnotationTerms annotations,
        boolean dryRun,
        @Nullable Long totalBytes,
        @Nullable Long totalRows) {

    /** The same is wanted, whatever is known of the size, which packing hides. */
    boolean asksLike(ImportTerms other) {
        return format == other.format
                && dryRun == other.dryRun
                && Objects.equals(annotations, other.annotations);
    }
}
