package io.assay.task.picture.file;

/** Hears of each part of a picture file, in order. */
@FunctionalInterface
interface PartVisitor {

    /**
     * @param type what the format calls it: a JPEG's marker, else four characters
     * @param from where the part begins, its own length and type included
     * @param to where the next one begins
     */
    void part(int type, int from, int to);
}
