package io.assay.task.picture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps of a WebP one picture, its transparency and its profile; of an animation the first frame.
 */
final class CleanWebp {

    private record Part(int from, int to) {}

    private static final Set<Integer> PIXELS =
            Set.of(WebpParts.ALPHA, WebpParts.LOSSY, WebpParts.LOSSLESS);

    private static final int RIFF = 0x52494646;
    private static final int WEBP = 0x57454250;

    /** The flags of an extended file for Exif, XMP and animation. */
    private static final int DROPPED = 0x08 | 0x04 | 0x02;

    private CleanWebp() {}

    static void write(ByteBuffer file, WritableByteChannel out) throws IOException {
        Map<Integer, Part> parts = new LinkedHashMap<>();
        WebpParts.walk(file, (type, from, to) -> gather(file, parts, type, from, to));
        int length = parts.values().stream().mapToInt(part -> part.to - part.from).sum();
        KeptParts kept = new KeptParts(file, out);
        kept.put(start(length));
        for (Map.Entry<Integer, Part> part : parts.entrySet()) {
            if (part.getKey() == WebpParts.EXTENDED) {
                kept.put(extended(file, part.getValue()));
            } else {
                kept.keep(part.getValue().from, part.getValue().to);
            }
        }
        kept.flush();
    }

    /** The first of each kind, and nothing behind the first pixels. */
    private static void gather(
            ByteBuffer file, Map<Integer, Part> parts, int type, int from, int to) {
        if (parts.containsKey(WebpParts.LOSSY) || parts.containsKey(WebpParts.LOSSLESS)) {
            return;
        }
        if (type == WebpParts.FRAME) {
            WebpParts.walkFrame(file, from, to, (t, f, l) -> gather(file, parts, t, f, l));
        } else if (type == WebpParts.EXTENDED
                || type == WebpParts.PROFILE
                || PIXELS.contains(type)) {
            parts.putIfAbsent(type, new Part(from, to));
        }
    }

    private static ByteBuffer start(int length) {
        ByteBuffer start = ByteBuffer.allocate(12);
        start.putInt(RIFF).order(ByteOrder.LITTLE_ENDIAN).putInt(4 + length);
        return start.order(ByteOrder.BIG_ENDIAN).putInt(WEBP).flip();
    }

    private static ByteBuffer extended(ByteBuffer file, Part part) {
        byte[] chunk = new byte[part.to - part.from];
        file.get(part.from, chunk);
        chunk[WebpParts.BEFORE] &= (byte) ~DROPPED;
        return ByteBuffer.wrap(chunk);
    }
}
