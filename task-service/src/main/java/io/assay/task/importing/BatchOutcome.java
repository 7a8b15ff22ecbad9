package io.assay.task.importing;

import java.util.List;
import java.util.stream.Stream;

/** What became of some rows. */
record BatchOutcome(
        int rows, int created, int duplicates, List<RowError> errors, List<RowNote> notes) {

    BatchOutcome {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    BatchOutcome(int rows, int created, int duplicates, List<RowError> errors) {
        this(rows, created, duplicates, errors, List.of());
    }

    /** Together with the rows of the batch that could not even be read, and its notes. */
    BatchOutcome with(RowBatch batch) {
        return new BatchOutcome(
                rows + batch.unreadable().size(),
                created,
                duplicates,
                Stream.concat(errors.stream(), batch.unreadable().stream()).toList(),
                batch.notes());
    }
}
