package io.assay.task.result;

import io.assay.task.task.Task;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** Writes the rows of an export so that half of one never passes for the whole. */
final class ResultExport {

    /** Turns a row to the bytes of one line. */
    @FunctionalInterface
    interface Format {
        byte[] line(ResultRow row);
    }

    private static final int BUFFER = 64 * 1024;

    private ResultExport() {}

    /**
     * @throws IOException also if the store fails on the way: once rows are out, no status can
     *     tell, so the connection has to break, which it does on this and on no other kind of
     *     exception
     */
    static void write(Stream<Task> tasks, boolean owner, Format format, OutputStream body)
            throws IOException {
        OutputStream out = new BufferedOutputStream(body, BUFFER);
        try {
            for (Task task : (Iterable<Task>) tasks::iterator) {
                out.write(format.line(ResultRow.of(task, owner)));
                out.write('\n');
            }
        } catch (RuntimeException e) {
            throw new IOException("export cut off", e);
        }
        out.flush();
    }
}
