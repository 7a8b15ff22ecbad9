package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/**
 * A row that could be read.
 *
 * @param number of its line, from 1
 * @param place where in a file without lines
 */
record NumberedRow(long number, ImportRow row, @Nullable String place) {

    NumberedRow(long number, ImportRow row) {
        this(number, row, null);
    }
}
