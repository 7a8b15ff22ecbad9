package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;

/**
 * What an object is worth by how similar it is to what is right: nothing below {@code found}, all
 * of it from {@code exact} on, and in between the more the closer it is.
 *
 * @param found similarity (IoU, OKS, closeness of lines), over 0 to 1
 * @param exact likewise, {@code found} to 1; the same if there is no partial credit
 */
public record Credit(double found, double exact) {

    /** Who drew the same thing gets all of it. */
    public static final Credit WHOLE = new Credit(Shape.SAME, Shape.SAME);

    public Credit {
        if (!(found > 0 && found <= exact && exact <= 1)) {
            throw new IllegalArgumentException(
                    "found, exact: "
                            + found
                            + ", "
                            + exact
                            + " (expected: 0 < found <= exact <= 1)");
        }
    }

    /** 0 to 1. */
    double of(double similarity) {
        if (similarity < found) {
            return 0;
        }
        return similarity >= exact ? 1 : (similarity - found) / (exact - found);
    }
}
