package io.assay.gateway.stream;

/** A client takes its results so slowly that its stream is broken off. */
final class SlowReader extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlowReader() {
        super("the client reads too slowly");
    }
}
