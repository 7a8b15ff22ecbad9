package io.assay.task.importing;

import java.util.List;

/**
 * Some rows that follow each other.
 *
 * @param rows those that could be read
 * @param unreadable the others
 * @param notes on any of them
 * @param end where the next one begins
 */
record RowBatch(
        List<NumberedRow> rows, List<RowError> unreadable, List<RowNote> notes, Position end) {

    RowBatch {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
        notes = List.copyOf(notes);
    }

    RowBatch(List<NumberedRow> rows, List<RowError> unreadable, Position end) {
        this(rows, unreadable, List.of(), end);
    }
}
