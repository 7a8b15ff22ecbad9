package io.assay.load.pictures;

import java.io.IOException;

/** The demo's pictures cannot be had; the message says why. */
public final class PicturesMissing extends IOException {

    PicturesMissing(String message) {
        super(message);
    }
}
