package io.assay.task.picture.blob;

/** The store of the bytes does not answer; the same request may work later. */
public final class BlobStoreUnavailable extends RuntimeException {

    public BlobStoreUnavailable(Throwable cause) {
        super(cause);
    }
}
