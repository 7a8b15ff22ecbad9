package io.assay.task.picture.file;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.stream.FileImageInputStream;

/**
 * A file that can be read on only while its reader has not allocated more than was reserved. A WebP
 * has tables whose number stands in its packed data: 160 kB of these ask for a third of a gigabyte,
 * which no look at the header tells. To be read within {@link #call}.
 */
final class Metered extends FileImageInputStream {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long end;

    Metered(File file, long most) throws IOException {
        super(file);
        this.end = allocated() + most;
    }

    /** On a thread of its own, as what a virtual thread allocates is not counted. */
    static <T> T call(Callable<T> work) throws IOException {
        try (ExecutorService own =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("decoding").daemon().factory())) {
            return own.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        check();
        return super.read(into, from, length);
    }

    private void check() throws IOException {
        if (allocated() > end) {
            throw new IOException("unpacks to more than was reserved");
        }
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
