package io.assay.task.picture.blob;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that can be read.
 *
 * @param size in bytes
 * @param contentType as said when they were kept
 */
public record Blob(long size, String contentType, Opener opener) {

    /** Reads from a place on. */
    @FunctionalInterface
    public interface Opener {

        /**
         * @param offset of the first byte to read, 0 to the size
         */
        InputStream from(long offset) throws IOException;
    }

    public InputStream open() throws IOException {
        return opener.from(0);
    }
}
