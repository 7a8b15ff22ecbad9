package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnpackedBodyTests {

    private static final long PLENTY = Long.MAX_VALUE;

    private static InputStream unpacked(byte[] body, @Nullable String encoding, long longest)
            throws IOException {
        return UnpackedBody.of(new ByteArrayInputStream(body), encoding, longest);
    }

    private static long read(InputStream in) throws IOException {
        return in.transferTo(OutputStream.nullOutputStream());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @Test
    void readsWhatWasPackedAndWhatWasNot() throws IOException {
        byte[] noise = noise(100_000);

        assertThat(unpacked(noise, null, PLENTY)).hasBinaryContent(noise);
        assertThat(unpacked(gzip(noise), "GZIP", PLENTY)).hasBinaryContent(noise);
    }

    @Test
    void anotherEncodingOrWhatIsNotGzipIsUnreadable() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> unpacked(noise(10), "br", PLENTY));
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> unpacked(noise(100), "gzip", PLENTY));
    }

    @Test
    void damageIsUnreadableButAnEarlyEndIsABreak() throws IOException {
        byte[] packed = gzip(noise(100_000));
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, 200, 50_000, (byte) 0xFF);

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> read(unpacked(damaged, "gzip", PLENTY)));
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> read(unpacked(Arrays.copyOf(packed, 50_000), "gzip", PLENTY)));
    }

    @Test
    void whatIsTooLongEndsTheReading() throws IOException {
        assertThat(read(unpacked(noise(100), null, 100))).isEqualTo(100);
        assertThatExceptionOfType(BodyTooLong.class)
                .isThrownBy(() -> read(unpacked(noise(101), null, 100)));
        assertThatExceptionOfType(BodyTooLong.class)
                .isThrownBy(() -> read(unpacked(gzip(noise(101)), "gzip", 100)));
    }

    @Test
    void aBombIsNotUnpackedToTheEnd() throws IOException {
        byte[] bomb = gzip(new byte[64 * 1024 * 1024]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThatExceptionOfType(BodyTooLong.class)
                .isThrownBy(() -> read(unpacked(bomb, "gzip", PLENTY)))
                .withMessageContaining("200 times");
    }
}
