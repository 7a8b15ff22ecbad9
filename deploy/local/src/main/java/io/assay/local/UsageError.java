package io.assay.local;

/** The user asked for something that can't be; the message says what to do. */
public final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageError(String message) {
        super(message);
    }
}
