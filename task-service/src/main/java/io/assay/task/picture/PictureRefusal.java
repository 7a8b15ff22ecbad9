package io.assay.task.picture;

/** Why bytes are not taken as a picture. */
sealed interface PictureRefusal {

    /** As reports name it. */
    String reason();

    /** For people. */
    String detail();

    /** Of no format that is taken, cut off or spoilt. */
    record NotAPicture() implements PictureRefusal {

        @Override
        public String reason() {
            return "not-a-picture";
        }

        @Override
        public String detail() {
            return "The bytes are not a whole JPEG, PNG or WebP picture.";
        }
    }

    record TooManyPixels(int width, int height, long limit) implements PictureRefusal {

        @Override
        public String reason() {
            return "too-many-pixels";
        }

        @Override
        public String detail() {
            return "size: %d x %d (expected: at most %,d pixels of this kind of picture)"
                    .formatted(width, height, limit);
        }
    }

    record SideTooLong(int width, int height, int limit) implements PictureRefusal {

        @Override
        public String reason() {
            return "too-many-pixels";
        }

        @Override
        public String detail() {
            return "size: %d x %d (expected: at most %,d pixels a side)"
                    .formatted(width, height, limit);
        }
    }

    /** The owner calls another picture so. */
    record NameTaken(String name, String ref) implements PictureRefusal {

        @Override
        public String reason() {
            return "name-taken";
        }

        @Override
        public String detail() {
            return "name: "
                    + name
                    + " is what you call "
                    + ref
                    + " (expected: a new name, or replace=true)";
        }
    }

    record TooManyBytes(long limit) implements PictureRefusal {

        @Override
        public String reason() {
            return "too-many-bytes";
        }

        @Override
        public String detail() {
            return "picture: too large (expected: at most " + limit + " bytes)";
        }
    }

    record BadName() implements PictureRefusal {

        @Override
        public String reason() {
            return "bad-name";
        }

        @Override
        public String detail() {
            return "name: no plain relative path (expected: 1 to "
                    + PictureName.LONGEST
                    + " characters without ..)";
        }
    }
}
