package io.assay.load.pictures;

import java.io.IOException;

/** The demo's pictures cannot be had; the message says why. */
final class PicturesMissing extends IOException {

    PicturesMissing(String message) {
        super(message);
    }
}
