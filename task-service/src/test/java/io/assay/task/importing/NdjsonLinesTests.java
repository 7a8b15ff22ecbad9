package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NdjsonLinesTests {

    private static List<String> lines(byte[] body, int longest) throws IOException {
        return lines(new ByteArrayInputStream(body), longest, 1_000_000);
    }

    private static List<String> lines(InputStream body, int longest, long most) throws IOException {
        NdjsonLines lines = new NdjsonLines(body, longest, most);
        List<String> read = new ArrayList<>();
        while (lines.advance()) {
            try {
                read.add(lines.line());
            } catch (BadRow e) {
                read.add("BAD " + lines.row());
            }
        }
        return read;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void splitsAtLineFeeds() throws IOException {
        assertThat(lines(utf8("a\n\nb\r\nc"), 10)).containsExactly("a", "", "b\r", "c");
        assertThat(lines(utf8("a\n"), 10)).containsExactly("a");
        assertThat(lines(utf8(""), 10)).isEmpty();
    }

    @Test
    void aLineThatIsTooLongSpoilsNoOther() throws IOException {
        String body = "short\n" + "x".repeat(200_000) + "\n12345\n123456\nlast";

        assertThat(lines(utf8(body), 5))
                .containsExactly("short", "BAD 2", "12345", "BAD 4", "last");
    }

    @Test
    void aLineThatIsNotUtf8SpoilsNoOther() throws IOException {
        byte[] body = utf8("a\n??\nb\n???\nc");
        body[2] = (byte) 0xC3;
        body[3] = (byte) 0x28;
        body[7] = (byte) 0xED;
        body[8] = (byte) 0xA0;
        body[9] = (byte) 0x80;

        assertThat(lines(body, 10)).containsExactly("a", "BAD 2", "b", "BAD 4", "c");
    }

    @Test
    void aByteOrderMarkIsNoContent() throws IOException {
        assertThat(lines(utf8("\uFEFFa\n\uFEFFb"), 10)).containsExactly("a", "\uFEFFb");
    }

    @Test
    void aBodyThatIsTooLongEndsTheReading() {
        assertThatExceptionOfType(NdjsonLines.BodyTooLong.class)
                .isThrownBy(() -> lines(new ByteArrayInputStream(new byte[101]), 10, 100));
    }

    @Property
    void whateverTheChunksTheLinesAreTheSame(
            @ForAll @Size(max = 30) List<@StringLength(max = 40) @AlphaChars String> texts,
            @ForAll @IntRange(min = 1, max = 7) int chunk)
            throws IOException {
        InputStream inChunks =
                new ByteArrayInputStream(utf8(String.join("\n", texts) + "\n")) {
                    @Override
                    public synchronized int read(byte[] into) {
                        return read(into, 0, Math.min(chunk, into.length));
                    }
                };

        assertThat(lines(inChunks, 40, 1_000_000)).isEqualTo(texts.isEmpty() ? List.of("") : texts);
    }
}
