package io.assay.task.picture.blob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps bytes under keys of {@code a-z 0-9 -}, at least four of them. A key always stands for the
 * same bytes, so keeping them again changes nothing, and what is found never changes.
 */
public interface BlobStore {

    /** Durable when it returns; the file may be gone then. */
    void keep(String key, Path file, String contentType) throws IOException;

    Optional<Blob> find(String key) throws IOException;
}
