package io.assay.task.importing;

import java.util.List;
import java.util.stream.Stream;

/** What became of some rows. */
record BatchOutcome(int rows, int created, int duplicates, List<RowError> errors) {

    BatchOutcome {
        errors = List.copyOf(errors);
    }

    /** Together with rows that could not even be read. */
    BatchOutcome with(List<RowError> unreadable) {
        return new BatchOutcome(
                rows + unreadable.size(),
                created,
                duplicates,
                Stream.concat(errors.stream(), unreadable.stream()).toList());
    }
}
