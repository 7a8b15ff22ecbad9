package io.assay.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pictures that a Markdown text shows: {@code ![what it shows](reference)}. */
public final class MarkdownPictures {

    /** As the web client reads them. */
    private static final Pattern PICTURE =
            Pattern.compile(
                    "!\\[[^\\]]{0,300}]\\(([^()\\s]{1,2000})(?: {1,8}\"[^\"]{0,300}\")?\\)");

    private MarkdownPictures() {}

    /** Their references, each once, in order. */
    public static List<String> in(String markdown) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = PICTURE.matcher(markdown);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return new ArrayList<>(found);
    }
}
