package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/**
 * Tells JSON that is not one object a line by its first lines, so that it is said once and not for
 * every line.
 */
final class FirstLine {

    private enum Shape {
        OBJECT,
        OPEN_OBJECT,
        LIST,
        OPEN_LIST,
        OTHER
    }

    private static final String ONE_A_LINE = " (expected: one object a line)";

    private @Nullable Shape first;
    private boolean judged;

    /**
     * A line that is not blank.
     *
     * @throws UnreadableFile if no line of the file can be a row
     */
    void seen(String line) throws UnreadableFile {
        if (judged) {
            return;
        }
        if (first == null) {
            first = shape(line);
            judged = first == Shape.OBJECT || first == Shape.OTHER;
            return;
        }
        judged = true;
        Shape second = shape(line);
        boolean isAnother = second == Shape.OBJECT || second == Shape.OPEN_OBJECT;
        if (first == Shape.OPEN_LIST || (first == Shape.LIST && !isAnother)) {
            throw list();
        }
        if (first == Shape.OPEN_OBJECT && !isAnother) {
            throw new UnreadableFile("file: an object over several lines" + ONE_A_LINE);
        }
    }

    /** A line too long to be a row. */
    void seenTooLong(int firstByte) throws UnreadableFile {
        if (first == null && firstByte == '[') {
            throw list();
        }
        judged = true;
    }

    /** There are no more lines. */
    void end() throws UnreadableFile {
        if (!judged && (first == Shape.LIST || first == Shape.OPEN_LIST)) {
            throw list();
        }
    }

    private static UnreadableFile list() {
        return new UnreadableFile("file: one list of JSON" + ONE_A_LINE);
    }

    private static Shape shape(String line) {
        String text = line.strip();
        return switch (text.charAt(0)) {
            case '{' -> isOpen(text) ? Shape.OPEN_OBJECT : Shape.OBJECT;
            case '[' -> isOpen(text) ? Shape.OPEN_LIST : Shape.LIST;
            default -> Shape.OTHER;
        };
    }

    /** Whether more is opened than closed, but for what stands in texts. */
    private static boolean isOpen(String json) {
        int depth = 0;
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\') {
                i++;
            } else if (c == '"') {
                inText = !inText;
            } else if (!inText) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
        return depth > 0;
    }
}
