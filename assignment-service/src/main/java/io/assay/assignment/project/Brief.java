package io.assay.assignment.project;

import io.assay.web.MarkdownPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a guideline says at its beginning, for who looks for work.
 *
 * @param asks the first paragraph as plain text, at most {@value #MAX_LENGTH} characters; empty if
 *     there is none
 * @param example what the text calls its first picture; null if there is none
 */
public record Brief(String asks, @Nullable String example) {

    static final Brief NONE = new Brief("", null);

    static final int MAX_LENGTH = 240;

    /** What is looked at: it stands at the beginning, or is not found. */
    private static final int MAX_LINES = 500;

    private static final int MAX_LINE = 2_000;

    private static final Pattern NO_TEXT =
            Pattern.compile(
                    "^\\s*(?:#|>|\\||!\\[|```|~~~|[-*+]\\s|\\d{1,9}[.)]\\s|[-=*_]{3,}\\s*$)");

    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]{0,200})]\\([^)]{0,500}\\)");
    private static final Pattern MARKUP = Pattern.compile("[*_`]");

    static Brief of(String markdown) {
        List<String> lines =
                markdown.lines()
                        .limit(MAX_LINES)
                        .map(line -> line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line)
                        .toList();
        return new Brief(
                shortened(paragraph(lines)),
                MarkdownPictures.in(markdown).stream().findFirst().orElse(null));
    }

    private static String paragraph(List<String> lines) {
        List<String> paragraph = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            String text = line.strip();
            code ^= text.startsWith("```");
            boolean counts = !code && !text.isEmpty() && !NO_TEXT.matcher(line).find();
            if (counts) {
                paragraph.add(plain(text));
            } else if (!paragraph.isEmpty()) {
                break;
            }
        }
        return String.join(" ", paragraph).strip();
    }

    private static String plain(String text) {
        return MARKUP.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("");
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int space = text.lastIndexOf(' ', MAX_LENGTH - 1);
        int end = space > MAX_LENGTH / 2 ? space : MAX_LENGTH - 1;
        // not in the middle of a character of two halves
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
