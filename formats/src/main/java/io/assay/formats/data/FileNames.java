package io.assay.formats.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a picture is called in a data set: its external id, made fit for a file system. */
public final class FileNames {

    private static final String UNFIT = "/\\:*?\"<>|";
    private static final int MAX_LENGTH = 200;
    private static final int MAX_ENDING = 5;
    private static final List<String> ENDINGS =
            List.of(".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff");
    private static final Map<String, String> BY_TYPE =
            Map.of("image/jpeg", ".jpg", "image/png", ".png", "image/webp", ".webp");

    private FileNames() {}

    /**
     * With an ending by the content type, unless the id has one.
     *
     * @param contentType null where unknown
     */
    public static String of(String externalId, @Nullable String contentType) {
        String name = fit(externalId);
        String lower = name.toLowerCase(Locale.ROOT);
        if (contentType == null || ENDINGS.stream().anyMatch(lower::endsWith)) {
            return name;
        }
        return name + BY_TYPE.getOrDefault(contentType, "");
    }

    /** Percent-encodes what no file system takes, and cuts what is longer than they take. */
    private static String fit(String text) {
        return encoded(text, UNFIT + "%", MAX_LENGTH - MAX_ENDING);
    }

    /** The same of a name that may have been encoded before, which is no name of a folder. */
    public static String safe(String fileName) {
        return encoded(fileName, UNFIT, MAX_LENGTH);
    }

    private static String encoded(String text, String unfit, int longest) {
        StringBuilder fit = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean atAnEnd = i == 0 || i + Character.charCount(c) == text.length();
            boolean isBlankOrDot = c == ' ' || c == '.';
            if (unfit.indexOf(c) >= 0 || isInvisible(c) || (atAnEnd && isBlankOrDot)) {
                encode(c, fit);
            } else {
                fit.appendCodePoint(c);
            }
        }
        return fit.length() <= longest ? fit.toString() : cut(fit.toString(), text);
    }

    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || (Character.isWhitespace(c) && c != ' ')
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xD800 && c <= 0xDFFF);
    }

    private static String cut(String fit, String text) {
        return fit.substring(0, MAX_LENGTH - 30).replaceAll("[\\uD800-\\uDFFF%]", "_")
                + "-"
                + Integer.toHexString(text.hashCode());
    }

    private static void encode(int c, StringBuilder to) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            to.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
        }
    }

    /** Without its folders, whichever way they are written. */
    public static String withoutFolder(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Without what follows the last dot of the file's own name. */
    public static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
                ? path.substring(0, dot)
                : path;
    }

    /** A reference to an upload or a URL, rather than a path on somebody's disk. */
    public static @Nullable String refOrNull(@Nullable String text) {
        return text != null && (text.startsWith("picture:") || text.startsWith("https://"))
                ? text
                : null;
    }

    /** True for the ending of a picture's file. */
    public static boolean isPicture(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
