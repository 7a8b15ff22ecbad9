package io.assay.messaging;

/** The aggregate was changed since it was read: read again and decide again. */
public final class StaleVersion extends RuntimeException {

    public StaleVersion(String collection, String id) {
        super(collection + ": " + id + " was changed in the meantime");
    }
}
