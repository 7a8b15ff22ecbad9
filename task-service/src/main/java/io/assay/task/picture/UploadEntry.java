package io.assay.task.picture;

import org.jspecify.annotations.Nullable;

/**
 * What became of one file of an upload.
 *
 * @param number from 1, in the order of the files
 * @param name as sent, cut at 512 characters
 * @param outcome stored, known (the owner had brought it before) or refused
 * @param picture null if refused
 * @param reason null unless refused: bad-name, encrypted, nested-archive, not-a-picture,
 *     too-many-bytes or too-many-pixels
 */
record UploadEntry(
        long number,
        String name,
        Outcome outcome,
        @Nullable PictureView picture,
        @Nullable String reason) {

    enum Outcome {
        STORED,
        KNOWN,
        REFUSED
    }

    static UploadEntry refused(long number, String name, String reason) {
        return new UploadEntry(number, shown(name), Outcome.REFUSED, null, reason);
    }

    static UploadEntry of(long number, String name, StorePicture.Outcome outcome) {
        return switch (outcome) {
            case StorePicture.Outcome.Stored(var picture, var known) ->
                    new UploadEntry(
                            number,
                            shown(name),
                            known ? Outcome.KNOWN : Outcome.STORED,
                            PictureView.of(picture),
                            null);
            case StorePicture.Outcome.Refused(var why) -> refused(number, name, why.reason());
        };
    }

    /** Nothing that would spoil a list. */
    private static String shown(String name) {
        String cut =
                name.length() <= PictureName.MAX_LENGTH
                        ? name
                        : name.substring(0, PictureName.MAX_LENGTH);
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
