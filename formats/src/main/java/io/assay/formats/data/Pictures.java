package io.assay.formats.data;

import java.util.List;

/** The pictures that the entries of a file may mean, such as the uploads of who sends it. */
@FunctionalInterface
public interface Pictures {

    /** What a path leads to. */
    sealed interface Match {

        /**
         * One picture.
         *
         * @param name what its owner calls it, without what is before the names of all
         * @param ref {@code picture:SHA256}
         */
        record Found(String name, String ref, PictureSize size) implements Match {}

        /**
         * No picture for certain.
         *
         * @param similar names of some that are called so in other folders
         */
        record None(List<String> similar) implements Match {

            public None {
                similar = List.copyOf(similar);
            }
        }

        /**
         * Several pictures, each possible.
         *
         * @param names some of them
         */
        record Several(List<String> names) implements Match {

            public Several {
                names = List.copyOf(names);
            }
        }

        /** The pictures lie elsewhere, and nothing is known of them but their paths. */
        record Unknown() implements Match {}
    }

    /** Nothing is known. */
    Pictures UNKNOWN = _ -> new Match.Unknown();

    Match find(PicturePath path);

    /**
     * Whether an address on the web may be where a picture lies; else it can do no more than lead
     * to an upload.
     */
    default boolean mayLieAt(String url) {
        return true;
    }
}
