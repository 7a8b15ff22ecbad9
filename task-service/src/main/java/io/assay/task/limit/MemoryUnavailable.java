package io.assay.task.limit;

/** Others have all of what a request needs, and did not give it back in time: to be tried again. */
public final class MemoryUnavailable extends RuntimeException {

    MemoryUnavailable(String message) {
        super(message);
    }
}
