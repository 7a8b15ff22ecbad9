package io.assay.task.picture.blob;

/** The store of the bytes does not answer; the same request may work later. */
public final class BlobStoreAway extends RuntimeException {

    public BlobStoreAway(Throwable cause) {
        super(cause);
    }
}
