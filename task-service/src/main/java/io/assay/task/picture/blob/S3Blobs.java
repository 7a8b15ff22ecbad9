package io.assay.task.picture.blob;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Objects of a bucket. */
public final class S3Blobs implements BlobStore {

    private final S3Bucket bucket;

    public S3Blobs(S3Bucket bucket) {
        this.bucket = bucket;
    }

    /** What is there already is not sent again. */
    @Override
    public void keep(String key, Path file, String contentType) {
        if (bucket.head(key).isEmpty()) {
            bucket.put(key, file, contentType);
        }
    }

    @Override
    public Optional<Blob> find(String key) {
        return bucket.head(key)
                .map(found -> new Blob(found.size(), found.contentType(), at -> open(key, at)));
    }

    private InputStream open(String key, long offset) throws IOException {
        return bucket.open(key, offset, S3Bucket.TO_THE_END, null)
                .orElseThrow(() -> new FileNotFoundException(key));
    }
}
