package io.assay.assignment.project;

import io.assay.web.MarkdownPictures;
import io.assay.web.SignedPictures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where workers find the pictures that a guideline shows. */
@Component
public final class GuidelinePictures {

    private static final int MAX_PICTURES = 100;
    private static final Duration VALID = Duration.ofDays(2);

    private final SignedPictures pictures;
    private final Clock clock;

    GuidelinePictures(SignedPictures pictures, Clock clock) {
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * Links from here, good for a day at least, by what the text calls the pictures. What is
     * neither an upload nor on another host has none.
     */
    public Map<String, String> links(String projectId, String markdown) {
        Map<String, String> links = new LinkedHashMap<>();
        MarkdownPictures.in(markdown).stream()
                .limit(MAX_PICTURES)
                .forEach(ref -> link(projectId, ref).ifPresent(link -> links.put(ref, link)));
        return links;
    }

    /** The same of one picture. */
    public Optional<String> link(String projectId, String ref) {
        // the same all day, so that a browser asks for each once
        Instant expiry = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(VALID);
        String link = pictures.link(ref, "guideline." + projectId, expiry);
        return link.equals(ref) ? Optional.empty() : Optional.of(link);
    }
}
