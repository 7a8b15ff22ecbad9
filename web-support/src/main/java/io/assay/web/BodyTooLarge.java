package io.assay.web;

import java.io.IOException;

/** A body went over its limit while it was read. */
final class BodyTooLarge extends IOException {

    final long limit;

    BodyTooLarge(long limit) {
        super("body over " + limit + " bytes");
        this.limit = limit;
    }
}
