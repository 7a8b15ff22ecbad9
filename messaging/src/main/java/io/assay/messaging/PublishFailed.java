package io.assay.messaging;

/** The broker did not acknowledge: the work that led here is to be repeated. */
public final class PublishFailed extends RuntimeException {

    PublishFailed(String message) {
        super(message);
    }

    PublishFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
