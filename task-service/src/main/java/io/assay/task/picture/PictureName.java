package io.assay.task.picture;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the owner calls a picture: the path of its file, folders included. It is a name only;
 * nothing is ever written to a place that it says.
 */
final class PictureName {

    static final int MAX_LENGTH = 512;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private PictureName() {}

    /** With {@code /} between folders. Empty if it leads out of its folder or is no plain text. */
    static Optional<String> of(String path) {
        String name = Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC);
        while (name.startsWith("./")) {
            name = name.substring(2);
        }
        boolean good =
                !name.isBlank()
                        && name.length() <= MAX_LENGTH
                        && !DRIVE.matcher(name).matches()
                        && !name.startsWith(Picture.REF)
                        && isPrintable(name)
                        && Arrays.stream(name.split("/", -1)).allMatch(PictureName::isStep);
        return good ? Optional.of(name) : Optional.empty();
    }

    /** An empty step is a leading, doubled or trailing slash. */
    private static boolean isStep(String step) {
        return !step.isEmpty() && !step.equals(".") && !step.equals("..");
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }
}
