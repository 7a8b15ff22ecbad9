package io.assay.task.importing;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of a body, some at a time. */
sealed interface RowReader extends Closeable permits NdjsonRows, CsvRows, AnnotationRows {

    /** So many rows are judged and written at once. */
    int BATCH = 1_000;

    /** So many bytes of rows at once, whatever their number. */
    int BATCH_BYTES = 1024 * 1024;

    /** Longest row in bytes. */
    int MAX_ROW_BYTES = 64 * 1024;

    /**
     * The next rows; empty at the end of the body.
     *
     * @throws UnreadableFile if no row of the file can be read
     */
    Optional<RowBatch> next() throws IOException;

    @Override
    default void close() throws IOException {}
}
