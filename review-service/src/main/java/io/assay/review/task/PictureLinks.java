package io.assay.review.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.Media;
import io.assay.web.SignedPictures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Pictures as reviewers may look at them for a while. */
public class PictureLinks {
    private static final Duration VALID = Duration.ofHours(1);

    /**
     * @param url of the picture; needs no token and expires
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Picture(
            String kind, String url, @Nullable Integer width, @Nullable Integer height) {}

    private final SignedPictures links;

    public PictureLinks(SignedPictures links) {
        this.links = links;
    }

    public Picture of(Media media) {
        return new Picture(
                media.kind(), links.link(media.ref(), VALID), media.width(), media.height());
    }
}
