package io.assay.formats.labelstudio;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.FileNames;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Label Studio serves a picture, and which names that picture may have had before: it puts
 * paths into queries, eight characters and a hyphen before the names of uploads, and encodes or
 * not.
 *
 * @param paths from the likeliest, with {@code /} between folders; at least one
 * @param ref {@code picture:SHA256} or an https or s3 address that is a picture's own; null if it
 *     is none
 */
record LabelStudioAddress(List<String> paths, @Nullable String ref) {

    private static final Pattern LOCAL =
            Pattern.compile("^(?:https?://[^/?]*)?/data/local-files/?\\?(?:.*&)?d=(.*)$");
    private static final Pattern RESOLVED =
            Pattern.compile("^(?:https?://[^/?]*)?/[^?]*resolve/?\\?(?:.*&)?fileuri=([^&]*).*$");
    private static final Pattern UPLOAD =
            Pattern.compile("^(?:https?://[^/?]*)?/?data/upload/(?:\\d+/)?([^?]*)(?:\\?.*)?$");
    private static final Pattern PREFIXED = Pattern.compile("^[0-9a-f]{8}-(.+)$");
    private static final Pattern WEB = Pattern.compile("^https?://[^/?#]*/([^?#]*).*$");
    private static final Pattern STORE =
            Pattern.compile("^(?:s3|gs|azure[-_]blob|azure[-_]spi|dbfs)://[^/]*/(.+)$");
    private static final Pattern FILE = Pattern.compile("^file:/{0,3}(.+)$");
    private static final Pattern SERVED = Pattern.compile("^(/[^?#]*)[?#].*$");
    private static final int DEEPEST = 3;
    private static final int MAX_LENGTH = 8_192;

    LabelStudioAddress {
        paths = List.copyOf(paths);
    }

    /** Whether a text may be the address of a picture, rather than something said of it. */
    static boolean isOne(String text) {
        String plain = text.length() > MAX_LENGTH ? "" : text.strip();
        return plain.startsWith("picture:")
                || LOCAL.matcher(plain).matches()
                || UPLOAD.matcher(plain).matches()
                || RESOLVED.matcher(plain).matches()
                || STORE.matcher(plain).matches()
                || FILE.matcher(plain).matches()
                || WEB.matcher(plain).matches()
                || FileNames.isPicture(plain.replaceFirst("[?#].*$", ""));
    }

    /** Whether what it names ends as a picture does. */
    boolean isOfPicture() {
        return (ref != null && ref.startsWith("picture:"))
                || paths.stream().anyMatch(FileNames::isPicture);
    }

    static LabelStudioAddress of(String address) throws BadEntry {
        if (address.length() > MAX_LENGTH) {
            throw BadEntry.unexpected(
                    "data image", address, "at most " + MAX_LENGTH + " characters");
        }
        return of(address.strip(), 0);
    }

    private static LabelStudioAddress of(String address, int depth) throws BadEntry {
        if (address.isEmpty() || address.startsWith("data:")) {
            throw BadEntry.unexpected(
                    "data image",
                    address.isEmpty() ? "empty" : "the picture itself",
                    "its address");
        }
        if (address.startsWith("picture:")) {
            return new LabelStudioAddress(List.of(address), address);
        }
        Matcher resolved = RESOLVED.matcher(address);
        if (resolved.matches() && depth < DEEPEST) {
            return of(ofBase64(decoded(resolved.group(1))), depth + 1);
        }
        Matcher local = LOCAL.matcher(address);
        if (local.matches()) {
            String given = local.group(1);
            return named(null, given, given.replaceFirst("&.*$", ""));
        }
        Matcher upload = UPLOAD.matcher(address);
        if (upload.matches()) {
            return uploaded(upload.group(1));
        }
        Matcher store = STORE.matcher(address);
        if (store.matches()) {
            return named(address.startsWith("s3://") ? address : null, store.group(1));
        }
        Matcher web = WEB.matcher(address);
        if (web.matches()) {
            return named(address.startsWith("https://") ? address : null, web.group(1));
        }
        Matcher file = FILE.matcher(address);
        if (file.matches()) {
            return named(null, file.group(1));
        }
        Matcher served = SERVED.matcher(address);
        return served.matches() ? named(null, served.group(1), address) : named(null, address);
    }

    private static String ofBase64(String text) throws BadEntry {
        try {
            return new String(
                            Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_')),
                            StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException e) {
            throw BadEntry.unexpected("data image fileuri", text, "an address in Base64");
        }
    }

    /** Uploads have lost their folders and have got eight characters more. */
    private static LabelStudioAddress uploaded(String name) throws BadEntry {
        List<String> names = new ArrayList<>();
        for (String path : named(null, name).paths) {
            Matcher prefixed = PREFIXED.matcher(path);
            names.add(path);
            if (prefixed.matches()) {
                names.add(prefixed.group(1));
            }
        }
        return new LabelStudioAddress(names, null);
    }

    private static LabelStudioAddress named(@Nullable String ref, String... given) throws BadEntry {
        Set<String> paths = new LinkedHashSet<>();
        for (String path : given) {
            paths.add(plain(decoded(path)));
            paths.add(plain(path));
        }
        paths.removeIf(String::isEmpty);
        if (paths.isEmpty()) {
            throw BadEntry.unexpected("data image", given[0], "an address that names a picture");
        }
        return new LabelStudioAddress(List.copyOf(paths), ref);
    }

    private static String plain(String path) {
        return path.strip().replace('\\', '/').replaceFirst("^/+", "");
    }

    /** Without percent signs, if what they encode is UTF-8. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int value = text.charAt(i) == '%' ? hex(text, i + 1) : -1;
            if (value >= 0) {
                bytes.put((byte) value);
                i += 2;
            } else {
                bytes.put(Character.toString(text.codePointAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
