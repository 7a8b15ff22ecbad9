package io.assay.task.importing;

/**
 * A row that could be read.
 *
 * @param number of its line, from 1
 */
record NumberedRow(long number, ImportRow row) {}
