package io.assay.formats.data;

import java.io.Closeable;
import java.io.IOException;

/** Writes pictures with their answers, one at a time. */
public interface RecordWriter extends Closeable {

    /**
     * @param labelled nothing of which {@link Losses} says that it has to be left out
     */
    void write(Labelled labelled) throws IOException;

    /** Ends the files; to be called once, after the last picture. */
    void finish() throws IOException;

    /** Frees what writing took; does not end the files. */
    @Override
    void close() throws IOException;
}
