package io.assay.task.picture.fetch;

import java.io.IOException;

/** The other side did not answer, broke off or was too slow; no fault of ours. */
final class IncompleteResponse extends IOException {

    IncompleteResponse(IOException cause) {
        super(cause);
    }
}
