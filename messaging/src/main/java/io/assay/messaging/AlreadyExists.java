package io.assay.messaging;

/** An aggregate with this id is there: most often the same request came twice. */
public final class AlreadyExists extends RuntimeException {

    AlreadyExists(String collection, String id) {
        super(collection + ": " + id + " exists");
    }
}
