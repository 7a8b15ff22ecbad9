package io.assay.formats.data;

import java.io.IOException;

/** What was sent is not what it should be, as a whole; the message says why. */
public final class UnusableFile extends IOException {

    private static final long serialVersionUID = 1L;

    public UnusableFile(String reason) {
        super(reason);
    }
}
