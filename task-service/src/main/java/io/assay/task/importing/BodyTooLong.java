package io.assay.task.importing;

import java.io.IOException;

/** More was sent than is taken at once; what came before that was taken. */
final class BodyTooLong extends IOException {

    BodyTooLong(String what) {
        super(what);
    }
}
