package io.assay.task.picture.file;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file that can be read on only while its reader has not allocated more than was reserved. A WebP
 * has tables whose number stands in its packed data: 160 kB of these ask for a third of a gigabyte,
 * which no look at the header shows. To be read within {@link #call}.
 */
final class Metered extends ImageInputStreamImpl {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A power of two: so many reads apart it is looked, as a look costs more than a read. */
    private static final int APART = 32;

    private final MappedFile file;
    private final long end;
    private int reads;

    Metered(Path file, long most) throws IOException {
        this.file = new MappedFile(file);
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
        bitOffset = 0;
        return streamPos < length() ? Byte.toUnsignedInt(bytes().get((int) streamPos++)) : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        check();
        bitOffset = 0;
        int read = (int) Math.min(length, length() - streamPos);
        if (read <= 0) {
            return length == 0 ? 0 : -1;
        }
        bytes().get((int) streamPos, into, from, read);
        streamPos += read;
        return read;
    }

    @Override
    public long length() {
        return bytes().limit();
    }

    private ByteBuffer bytes() {
        return file.bytes();
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }

    private void check() throws IOException {
        if (reads++ % APART == 0 && allocated() > end) {
            throw new IOException("unpacks to more than was reserved");
        }
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
