package io.assay.task.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/** What was sent, read once, with a checksum that shows whether the same comes again. */
final class ImportBody {

    private final InputStream sent;
    private final @Nullable String encoding;
    private @Nullable CheckedInputStream content;

    /**
     * @param encoding the Content-Encoding
     */
    ImportBody(InputStream sent, @Nullable String encoding) {
        this.sent = sent;
        this.encoding = encoding;
    }

    /**
     * As it was before it was packed.
     *
     * @throws UnreadableFile if it cannot be unpacked
     */
    InputStream content() throws IOException {
        if (content == null) {
            content =
                    new CheckedInputStream(
                            UnpackedBody.of(sent, encoding, UnpackedBody.MAX_BYTES), new CRC32());
        }
        return content;
    }

    /** Returns how many of so many bytes there were. */
    long passOver(long bytes) throws IOException {
        InputStream in = content();
        long passed = 0;
        long skipped = 1;
        while (passed < bytes && skipped > 0) {
            skipped = in.skip(bytes - passed);
            passed += skipped;
        }
        return passed;
    }

    /** Returns how many bytes there were. */
    long passOverAll() throws IOException {
        return content().transferTo(OutputStream.nullOutputStream());
    }

    /** Of what was read. */
    long checksum() {
        return content == null ? 0 : content.getChecksum().getValue();
    }
}
