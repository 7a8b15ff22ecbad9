package io.assay.gateway.proxy;

import java.io.IOException;

/** A service did not send its answer to the end. */
final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a cause, which would be taken for the client's going away; its message is kept. */
    BrokenOff(String service, IOException failure) {
        super(service + " broke off: " + failure);
    }
}
