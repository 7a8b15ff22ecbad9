package io.assay.messaging;

/** The broker does not take what was sent, and will not when it is sent again. */
public final class PublishRefused extends RuntimeException {

    PublishRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
