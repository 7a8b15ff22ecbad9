package io.assay.local;

/** The stack can't do what was asked; the message says why and what to do. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }
}
