package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RecordsTests {

    private static Records lines(byte[] body, int longest) {
        return new Records(
                new ByteArrayInputStream(body),
                RecordScanner.none(),
                Position.START,
                true,
                longest);
    }

    private static Records csv(String body) {
        return new Records(
                new ByteArrayInputStream(utf8(body)),
                RecordScanner.csv(),
                Position.START,
                true,
                50);
    }

    /** Each record, or the line of one that is bad. */
    private static List<String> read(Records records) throws IOException {
        List<String> read = new ArrayList<>();
        while (records.advance()) {
            try {
                read.add(records.text());
            } catch (BadRow e) {
                read.add("BAD " + records.line());
            }
        }
        return read;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream inChunks(byte[] body, int chunk) {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into) {
                return read(into, 0, Math.min(chunk, into.length));
            }
        };
    }

    @Test
    void splitsAtLineFeeds() throws IOException {
        assertThat(read(lines(utf8("a\n\nb\r\nc"), 10))).containsExactly("a", "", "b", "c");
        assertThat(read(lines(utf8("a\n"), 10))).containsExactly("a");
        assertThat(read(lines(utf8(""), 10))).isEmpty();
    }

    @Test
    void aLineThatIsTooLongSpoilsNoOther() throws IOException {
        String body = "short\n" + "x".repeat(200_000) + "\n1234\n12345\nlast";

        assertThat(read(lines(utf8(body), 5)))
                .containsExactly("BAD 1", "BAD 2", "1234", "BAD 4", "last");
    }

    @Test
    void aLineThatIsNotUtf8SpoilsNoOther() throws IOException {
        byte[] body = utf8("a\n??\nb\uFFFD\n???\nc");
        body[2] = (byte) 0xC3;
        body[3] = (byte) 0x28;
        body[10] = (byte) 0xED;
        body[11] = (byte) 0xA0;
        body[12] = (byte) 0x80;

        assertThat(read(lines(body, 10))).containsExactly("a", "BAD 2", "b\uFFFD", "BAD 4", "c");
    }

    @Test
    void aByteOrderMarkIsNoContent() throws IOException {
        assertThat(read(lines(utf8("\uFEFFa\n\uFEFFb"), 10))).containsExactly("a", "\uFEFFb");
        assertThat(read(csv("\uFEFF\"a\",b\n"))).containsExactly("\"a\",b");
    }

    @Test
    void aQuotedLineFeedEndsNoRecord() throws IOException {
        Records records = csv("a,\"b\nc \"\" d\"\r\ne\n");

        assertThat(records.advance()).isTrue();
        assertThat(records.line()).isEqualTo(1);
        assertThat(records.advance()).isTrue();
        assertThat(records.line()).isEqualTo(3);
        assertThat(records.advance()).isFalse();
    }

    @Test
    void badQuotesAreToldWithTheirLine() throws IOException {
        assertThat(read(csv("ok\na\"b\nok\n\"a\"b\nok\na\rb\nok\nopen,\"a\nb")))
                .containsExactly("ok", "BAD 2", "ok", "BAD 4", "ok", "BAD 6", "ok", "BAD 8");
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotSwallowTheFile() throws IOException {
        String body = "\"open\n" + ("y".repeat(99) + "\n").repeat(1_000) + "last,row\n";

        List<String> read = read(csv(body));

        assertThat(read.getFirst()).isEqualTo("BAD 1");
        assertThat(read.getLast()).isEqualTo("last,row");
    }

    @Test
    void aRecordThatTheBodyDoesNotEndIsLeftToTheNextPart() throws IOException {
        byte[] body = utf8("a\nbc\nde");
        Records first =
                new Records(
                        new ByteArrayInputStream(body),
                        RecordScanner.none(),
                        Position.START,
                        false,
                        10);

        assertThat(read(first)).containsExactly("a", "bc");
        assertThat(first.position()).isEqualTo(new Position(5, 2));
        Records second =
                new Records(
                        new ByteArrayInputStream(body, 5, 2),
                        RecordScanner.none(),
                        first.position(),
                        true,
                        10);
        assertThat(second.advance()).isTrue();
        assertThat(second.line()).isEqualTo(3);
        assertThat(second.position()).isEqualTo(new Position(7, 3));
    }

    @Property
    void whateverTheChunksTheLinesAreTheSame(
            @ForAll @Size(max = 30) List<@StringLength(max = 40) @AlphaChars String> texts,
            @ForAll @IntRange(min = 1, max = 7) int chunk)
            throws IOException {
        byte[] body = utf8(texts.stream().map(text -> text + "\n").collect(Collectors.joining()));
        Records records =
                new Records(inChunks(body, chunk), RecordScanner.none(), Position.START, true, 50);

        assertThat(read(records)).isEqualTo(texts);
        assertThat(records.position()).isEqualTo(new Position(body.length, texts.size()));
    }

    /** What is quoted as the standard has it comes apart where it was put together. */
    @Property
    void whateverACsvFieldHoldsItsRecordIsWhole(
            @ForAll @Size(min = 1, max = 10)
                    List<@StringLength(max = 10) @Chars({'a', '"', ',', '\n', '\r', 'ü'}) String>
                            fields,
            @ForAll @IntRange(min = 1, max = 7) int chunk)
            throws IOException {
        List<String> rows =
                fields.stream().map(f -> "x,\"" + f.replace("\"", "\"\"") + "\"").toList();
        byte[] body = utf8(String.join("\r\n", rows) + "\r\n");
        Records records =
                new Records(inChunks(body, chunk), RecordScanner.csv(), Position.START, true, 100);

        assertThat(read(records)).isEqualTo(rows);
    }
}
