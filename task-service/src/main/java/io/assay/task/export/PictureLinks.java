package io.assay.task.export;

import io.assay.task.picture.Picture;
import io.assay.web.SignedUrls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Names uploads so that who has an export can load them without a token. */
final class PictureLinks {

    private static final Duration LAST = Duration.ofDays(1);

    private final SignedUrls urls;
    private final Clock clock;

    PictureLinks(SignedUrls urls, Clock clock) {
        this.urls = urls;
        this.clock = clock;
    }

    /** Turns a reference to an upload to a path of the gateway; leaves others as they are. */
    UnaryOperator<String> untilTomorrow() {
        Instant expiry = clock.instant().plus(LAST);
        return ref ->
                ref.startsWith(Picture.REF)
                        ? urls.sign("/v1/pictures/" + ref.substring(Picture.REF.length()), expiry)
                        : ref;
    }
}
