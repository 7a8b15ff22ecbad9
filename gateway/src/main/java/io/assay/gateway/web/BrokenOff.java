package io.assay.gateway.web;

import java.io.IOException;

/** A service did not send its answer to the end. */
public final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a cause, which would be taken for the client's going away; its message is kept. */
    public BrokenOff(String service, IOException failure) {
        super(service + " broke off: " + failure);
    }
}
