package io.assay.task.importing;

/**
 * A place between two rows of a file.
 *
 * @param bytes before it, as they are when unpacked
 * @param lines before it
 */
record Position(long bytes, long lines) {

    static final Position START = new Position(0, 0);
}
