package io.assay.task.picture.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps of a PNG its pixels and what their colours need; texts, times, frames and all else go. */
final class CleanPng {

    private static final Set<Integer> KEPT =
            types("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "bKGD", "pHYs", "sBIT");

    /** How to read the pixels' numbers; they come before the pixels. */
    private static final Set<Integer> COLOURS =
            types("cHRM", "gAMA", "iCCP", "sRGB", "cICP", "mDCV", "cLLI");

    private CleanPng() {}

    static void write(ByteBuffer file, WritableByteChannel out) throws IOException {
        KeptParts kept = new KeptParts(file, out);
        kept.keep(0, PngParts.SIGNATURE);
        PngParts.walk(
                file,
                (type, from, to) -> {
                    if (KEPT.contains(type) || isColour(type)) {
                        try {
                            kept.keep(from, to);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                });
        kept.flush();
    }

    static boolean isColour(int type) {
        return COLOURS.contains(type);
    }

    private static Set<Integer> types(String... names) {
        return Stream.of(names)
                .map(name -> ByteBuffer.wrap(name.getBytes(US_ASCII)).getInt())
                .collect(Collectors.toUnmodifiableSet());
    }
}
