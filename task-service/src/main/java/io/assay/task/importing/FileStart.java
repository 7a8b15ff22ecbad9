package io.assay.task.importing;

/** Tells by its first bytes what is no text in UTF-8, whatever it was sent as. */
final class FileStart {

    /** Bytes that are needed to decide. */
    static final int LENGTH = 4;

    private FileStart() {}

    /**
     * @param length of what there is, at most {@link #LENGTH} of it are looked at
     * @throws UnreadableFile if it is a file of another kind
     */
    static void check(byte[] bytes, int length) throws UnreadableFile {
        int first = length > 0 ? bytes[0] & 0xFF : -1;
        int second = length > 1 ? bytes[1] & 0xFF : -1;
        if (isEither(first, second, 0xFF, 0xFE) || isOneOfThemNothing(first, second)) {
            throw new UnreadableFile("file: UTF-16 or UTF-32 (expected: UTF-8)");
        }
        if (first == 'P' && second == 'K' && length > 2 && bytes[2] < 8) {
            throw new UnreadableFile(
                    "file: a ZIP, such as a workbook of an office program (expected: rows of text;"
                            + " to import an export again, say as=gold or as=prelabel)");
        }
        if (first == 0x1F && second == 0x8B) {
            throw new UnreadableFile(
                    "file: packed by gzip (expected: rows of text, or Content-Encoding: gzip)");
        }
        if (first == 0xD0 && second == 0xCF) {
            throw new UnreadableFile(
                    "file: a workbook of an office program (expected: rows of text)");
        }
    }

    private static boolean isEither(int first, int second, int one, int other) {
        return (first == one && second == other) || (first == other && second == one);
    }

    /** Text in ASCII has no zero bytes, unless it takes two or four for each character. */
    private static boolean isOneOfThemNothing(int first, int second) {
        return first == 0 || second == 0;
    }
}
