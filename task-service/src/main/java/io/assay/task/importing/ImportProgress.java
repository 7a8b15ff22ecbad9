package io.assay.task.importing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, all of it durable.
 *
 * @param rows judged so far, blank ones left out
 * @param created tasks that this import made, or, in a dry run, would make
 * @param duplicates rows whose task was there with the same content: no error
 * @param rejected rows that made no task
 * @param notes on rows, made a task or not
 * @param bytes of the file that these rows are, unpacked: a later part begins there
 * @param lines likewise
 * @param columns of a CSV file
 * @param workedMillis the time that it took
 */
record ImportProgress(
        long rows,
        long created,
        long duplicates,
        long rejected,
        long notes,
        long bytes,
        long lines,
        List<CsvColumn> columns,
        long workedMillis) {

    static final ImportProgress NONE = new ImportProgress(0, 0, 0, 0, 0, 0, 0, List.of(), 0);

    ImportProgress {
        columns = List.copyOf(columns);
    }

    Position position() {
        return new Position(bytes, lines);
    }

    ImportProgress plus(BatchOutcome batch, Position end, List<CsvColumn> header, Duration took) {
        return new ImportProgress(
                rows + batch.rows(),
                created + batch.created(),
                duplicates + batch.duplicates(),
                rejected + batch.errors().size(),
                notes + batch.notes().size(),
                end.bytes(),
                end.lines(),
                header,
                workedMillis + took.toMillis());
    }

    /** Rows a second while it was at work; 0 before the first are through. */
    long rowsPerSecond() {
        return workedMillis == 0 ? 0 : rows * 1_000 / workedMillis;
    }

    /** Seconds of work that are left; null if the total is unknown. */
    @Nullable Long secondsLeft(ImportTerms terms) {
        if (terms.totalRows() != null) {
            return left(rows, terms.totalRows());
        }
        return terms.totalBytes() == null ? null : left(bytes, terms.totalBytes());
    }

    private @Nullable Long left(long done, long total) {
        return done == 0
                ? null
                : Math.ceilDiv(Math.max(0, total - done) * workedMillis, done * 1_000);
    }
}
