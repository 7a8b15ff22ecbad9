package io.assay.task.picture.file;

/** Why a picture is not taken: its bytes, its name, or the link to it. */
public sealed interface PictureRefusal {

    /** Of no format that is taken, cut off or spoilt. */
    record NotAPicture() implements PictureRefusal {}

    record TooManyPixels(int width, int height, long limit) implements PictureRefusal {}

    record SideTooLong(int width, int height, int limit) implements PictureRefusal {}

    record TooManyBytes(long limit) implements PictureRefusal {}

    record BadName(int maxLength) implements PictureRefusal {}

    /** The owner calls another picture so. */
    record NameTaken(String name, String ref) implements PictureRefusal {}

    record UrlNotAllowed(String why) implements PictureRefusal {}

    record FetchFailed(String why) implements PictureRefusal {}

    /** As reports name it. */
    default String reason() {
        return switch (this) {
            case NotAPicture _ -> "not-a-picture";
            case TooManyPixels _, SideTooLong _ -> "too-many-pixels";
            case TooManyBytes _ -> "too-many-bytes";
            case BadName _ -> "bad-name";
            case NameTaken _ -> "name-taken";
            case UrlNotAllowed _ -> "url-not-allowed";
            case FetchFailed _ -> "fetch-failed";
        };
    }

    /** For people. */
    default String detail() {
        return switch (this) {
            case NotAPicture _ -> "The bytes are not a whole JPEG, PNG or WebP picture.";
            case TooManyPixels(var width, var height, var limit) ->
                    "size: %d x %d (expected: at most %,d pixels of this kind of picture)"
                            .formatted(width, height, limit);
            case SideTooLong(var width, var height, var limit) ->
                    "size: %d x %d (expected: at most %,d pixels a side)"
                            .formatted(width, height, limit);
            case TooManyBytes(var limit) ->
                    "picture: too large (expected: at most " + limit + " bytes)";
            case BadName(var maxLength) ->
                    "name: no plain relative path (expected: 1 to %d characters without ..)"
                            .formatted(maxLength);
            case NameTaken(var name, var ref) ->
                    "name: %s is what you call %s (expected: a new name, or replace=true)"
                            .formatted(name, ref);
            case UrlNotAllowed(var why) -> why;
            case FetchFailed(var why) -> why;
        };
    }
}
