package io.assay.review.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.Media;
import io.assay.web.SignedUrls;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Pictures as reviewers may look at them for a while. */
public class PictureLinks {
    private static final Duration VALID = Duration.ofHours(1);
    private static final String UPLOADED = "picture:";

    /**
     * @param url of the picture; needs no token and expires
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Picture(
            String kind, String url, @Nullable Integer width, @Nullable Integer height) {}

    private final SignedUrls links;
    private final Clock clock;

    PictureLinks(SignedUrls links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    public Picture of(Media media) {
        String url =
                media.ref().startsWith(UPLOADED)
                        ? links.sign(
                                "/v1/pictures/" + media.ref().substring(UPLOADED.length()),
                                clock.instant().plus(VALID))
                        : media.ref();
        return new Picture(media.kind(), url, media.width(), media.height());
    }
}
