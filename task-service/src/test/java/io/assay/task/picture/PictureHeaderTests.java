package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTests {

    private static Optional<PictureHeader> read(byte[] file) {
        return PictureHeader.read(ByteBuffer.wrap(file));
    }

    @Test
    void readsTheSizeOfEachFormat() {
        assertThat(read(Samples.jpeg(40, 30, 1)))
                .contains(new PictureHeader(PictureFormat.JPEG, 40, 30, false));
        assertThat(read(Samples.progressiveJpeg(40, 30)))
                .contains(new PictureHeader(PictureFormat.JPEG, 40, 30, true));
        assertThat(read(Samples.png(7, 9, 1)))
                .contains(new PictureHeader(PictureFormat.PNG, 7, 9, false));
    }

    @Test
    void readsTheThreeKindsOfWebp() {
        byte[] lossy = {0, 0, 0, (byte) 0x9D, 1, 0x2A, 40, 0, 30, 0};
        byte[] lossless = {0x2F, 39, (byte) (29 << 6 & 0xFF), 29 >> 2, 0};
        byte[] extended = {0, 0, 0, 0, 39, 0, 0, 29, 0, 0};

        assertThat(read(Samples.webp("VP8 ", lossy)))
                .contains(new PictureHeader(PictureFormat.WEBP, 40, 30, true));
        assertThat(read(Samples.webp("VP8L", lossless)))
                .contains(new PictureHeader(PictureFormat.WEBP, 40, 30, true));
        assertThat(read(Samples.webp("VP8X", extended)))
                .contains(new PictureHeader(PictureFormat.WEBP, 40, 30, true));
        assertThat(read(Samples.webp("JUNK", extended))).isEmpty();
    }

    @Test
    void aPictureOnItsSideHasTheSizeThatPeopleSee() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertThat(read(Samples.sidewaysJpeg(40, 30, order)))
                    .contains(new PictureHeader(PictureFormat.JPEG, 30, 40, false));
        }
    }

    @Test
    void aSpoiltCameraMarkSpoilsNoPicture() {
        byte[] jpeg = Samples.sidewaysJpeg(40, 30, ByteOrder.BIG_ENDIAN);
        ByteBuffer.wrap(jpeg).putInt(2 + 4 + 6 + 4, Integer.MAX_VALUE);

        assertThat(read(jpeg)).contains(new PictureHeader(PictureFormat.JPEG, 40, 30, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "just a text, renamed to picture.jpg",
                "<svg onload=\"alert(1)\"/>",
                "GIF89a",
                "%PDF-1.7",
                "RIFF\0\0\0\0WAVEfmt "
            })
    void refusesWhatIsNoPicture(String text) {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void refusesSidesOfZeroAndLess() {
        assertThat(read(Samples.bomb(0, 10))).isEmpty();
        assertThat(read(Samples.bomb(10, -1))).isEmpty();
    }

    @Property(tries = 300)
    void refusesAnyBeginningOfAPicture(@ForAll @IntRange(max = 10_000) int cut) {
        for (byte[] whole :
                new byte[][] {
                    Samples.jpeg(16, 16, 1), Samples.progressiveJpeg(16, 16), Samples.png(16, 16, 1)
                }) {
            byte[] part = Arrays.copyOf(whole, cut % whole.length);

            assertThat(read(part)).isEmpty();
        }
    }

    @Property
    void neverFailsOnNoise(
            @ForAll @Size(max = 200) byte[] noise, @ForAll @IntRange(max = 3) int kind) {
        byte[] file = noise.clone();
        byte[][] starts = {
            {},
            {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'},
            {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', ' '}
        };
        System.arraycopy(starts[kind], 0, file, 0, Math.min(file.length, starts[kind].length));

        assertThat(read(file).map(PictureHeader::pixels).orElse(1L)).isPositive();
    }
}
