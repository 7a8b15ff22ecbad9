package io.assay.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body came so slowly that it only held what others wait for. */
final class BodyTooSlow extends IOException {

    BodyTooSlow(@Nullable Throwable cause) {
        super("body too slow", cause);
    }
}
