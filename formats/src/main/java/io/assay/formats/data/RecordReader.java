package io.assay.formats.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads pictures with their answers, one at a time. */
public interface RecordReader extends Closeable {

    /**
     * The next one; empty at the end.
     *
     * @throws UnusableFile if nothing behind this can be read
     * @throws IOException if reading fails
     */
    Optional<Entry> next() throws IOException;
}
