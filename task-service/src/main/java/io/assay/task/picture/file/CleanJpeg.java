package io.assay.task.picture.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps of a JPEG's application data what decoders need: JFIF, Adobe's colour mark, profiles. */
final class CleanJpeg {

    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);

    /** Marker and length. */
    private static final int BEFORE = 4;

    /** A JFIF segment without thumbnail, and where in it the thumbnail's size stands. */
    private static final int JFIF_SEGMENT = 18;

    private static final int THUMBNAIL_SIZE = 16;
    private static final int FIRST_OF_PICTURE = 0xC0;
    private static final int FIRST_APP = 0xE0;

    private CleanJpeg() {}

    static void write(ByteBuffer file, WritableByteChannel out) throws IOException {
        KeptParts kept = new KeptParts(file, out);
        JpegParts.walk(
                file,
                (marker, from, to) -> {
                    try {
                        part(file, kept, marker, from, to);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        kept.flush();
    }

    /** Keeps the part if it is needed. */
    static void part(ByteBuffer file, KeptParts kept, int marker, int from, int to)
            throws IOException {
        boolean picture = marker >= FIRST_OF_PICTURE && marker < FIRST_APP;
        if (picture || isColour(file, marker, from, to)) {
            kept.keep(from, to);
        } else if (isJfif(file, marker, from, to)) {
            jfif(file, kept, from, to);
        }
    }

    private static boolean isColour(ByteBuffer file, int marker, int from, int to) {
        return (marker == JpegParts.APP2 && startsWith(file, from + BEFORE, to, PROFILE))
                || (marker == JpegParts.APP14 && startsWith(file, from + BEFORE, to, ADOBE));
    }

    private static boolean isJfif(ByteBuffer file, int marker, int from, int to) {
        return marker == JpegParts.APP0
                && startsWith(file, from + BEFORE, to, JFIF)
                && to - from >= JFIF_SEGMENT;
    }

    /** Without the thumbnail, which may show what was cropped away. */
    private static void jfif(ByteBuffer file, KeptParts kept, int from, int to) throws IOException {
        if (to - from == JFIF_SEGMENT && file.getShort(from + THUMBNAIL_SIZE) == 0) {
            kept.keep(from, to);
        } else {
            byte[] bare = new byte[JFIF_SEGMENT];
            file.get(from, bare);
            ByteBuffer segment = ByteBuffer.wrap(bare);
            segment.putShort(2, (short) (JFIF_SEGMENT - 2)).putShort(THUMBNAIL_SIZE, (short) 0);
            kept.put(segment);
        }
    }

    private static boolean startsWith(ByteBuffer file, int from, int to, byte[] wanted) {
        if (to - from < wanted.length) {
            return false;
        }
        byte[] found = new byte[wanted.length];
        file.get(from, found);
        return Arrays.equals(found, wanted);
    }
}
