package io.assay.task.picture.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.task.picture.archive.Archive.End;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ArchiveTests {

    private static final ArchiveLimits LIMITS = new ArchiveLimits(10, 50 << 20, 50, 1 << 20);

    private final List<String> heard = new ArrayList<>();

    private final Archive.Visitor visitor =
            new Archive.Visitor() {
                @Override
                public void file(String name, InputStream content) throws IOException {
                    heard.add(
                            name + "=" + new String(content.readNBytes(4), StandardCharsets.UTF_8));
                }

                @Override
                public void unreadable(String name) {
                    heard.add("unreadable " + name);
                }

                @Override
                public void nested(String name) {
                    heard.add("nested " + name);
                }
            };

    private End read(byte[] zip) throws IOException {
        return Archive.read(new ByteArrayInputStream(zip), LIMITS, visitor);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(int count) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            files.put("f" + i, bytes("text"));
        }
        return files;
    }

    @Test
    void tellsOfFilesInTheirFolders() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("dress/", new byte[0]);
        files.put("dress/one.jpg", bytes("first and more"));
        files.put("Grüße/zwei.jpg", bytes("2"));
        files.put("empty", new byte[0]);

        assertThat(read(Zips.of(files))).isEqualTo(End.WHOLE);
        assertThat(heard).containsExactly("dress/one.jpg=firs", "Grüße/zwei.jpg=2", "empty=");
    }

    @Test
    void hearsOfNamesThatLeadOutAsTheyAre() throws IOException {
        read(Zips.of(Map.of("../../etc/passwd", bytes("x"))));

        assertThat(heard).containsExactly("../../etc/passwd=x");
    }

    @Test
    void unpacksNoArchiveInAnArchive() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("inner.jpg", Zips.of(files(2)));
        files.put("inner.gz", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0});
        files.put("plain", bytes("text"));

        assertThat(read(Zips.of(files))).isEqualTo(End.WHOLE);
        assertThat(heard).containsExactly("nested inner.jpg", "nested inner.gz", "plain=text");
    }

    /** 200 MB in 200 kB: it is left long before it is unpacked. */
    @Test
    void leavesABomb() throws IOException {
        assertThat(read(Zips.bomb(200))).isEqualTo(End.BOMB);
    }

    @Test
    void leavesWhatUnpacksToTooMuch() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        byte[] zip = Zips.of(Map.of("noise", noise));

        assertThat(
                        Archive.read(
                                new ByteArrayInputStream(zip),
                                new ArchiveLimits(10, 1 << 19, 50, 1 << 20),
                                visitor))
                .isEqualTo(End.TOO_LARGE);
    }

    @Test
    void leavesTooManyFiles() throws IOException {
        assertThat(read(Zips.of(files(10)))).isEqualTo(End.WHOLE);
        assertThat(read(Zips.of(files(11)))).isEqualTo(End.TOO_MANY_ENTRIES);
    }

    /** Also between two files, where what is left looks like a shorter archive. */
    @Test
    void whatIsCutOffAnywhereIsBroken() throws IOException {
        byte[] zip = Zips.of(files(3));
        int lastPart = zip.length - 22;

        for (int length = 1; length < lastPart; length++) {
            assertThat(read(Arrays.copyOf(zip, length))).as("of %d", length).isEqualTo(End.BROKEN);
        }
        assertThat(read(zip)).isEqualTo(End.WHOLE);
    }

    @Test
    void whatIsCutOffIsBrokenAfterWhatWasWhole() throws IOException {
        Map<String, byte[]> files = files(2);
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        files.put("noise", noise);
        byte[] zip = Zips.of(files);

        assertThat(read(Arrays.copyOf(zip, 5_000))).isEqualTo(End.BROKEN);
        assertThat(heard).startsWith("f0=text", "f1=text");
    }

    @Property(tries = 300)
    void neverFailsOnSpoiltArchives(
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll byte value,
            @ForAll @IntRange(max = 400) int cut)
            throws IOException {
        byte[] zip = Zips.of(files(4));
        zip[4 + at % (zip.length - 4)] = value;

        assertThat(read(Arrays.copyOf(zip, Math.max(10, zip.length - cut)))).isNotNull();
    }

    @Test
    void anEncryptedFileIsUnreadable() throws IOException {
        byte[] zip = Zips.of(Map.of("secret", bytes("text")));
        ByteBuffer.wrap(zip).put(6, (byte) (zip[6] | 1));

        read(zip);

        assertThat(heard).containsExactly("unreadable secret");
    }

    @Test
    void aNameOfAnOldProgramIsReadAsThat() throws IOException {
        byte[] zip = Zips.of(Map.of("xy", bytes("text")));
        zip[7] &= ~0x08; // no longer marked as UTF-8
        zip[30] = (byte) 0x81;

        read(zip);

        assertThat(heard).containsExactly("üy=text");
    }

    @Test
    void aSenderThatBreaksOffIsNoFaultOfTheArchive() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                };
        byte[] start = Arrays.copyOf(Zips.of(files(3)), 40);

        assertThatThrownBy(
                        () ->
                                Archive.read(
                                        new SequenceInputStream(
                                                new ByteArrayInputStream(start), broken),
                                        LIMITS,
                                        visitor))
                .hasMessage("gone");
    }

    @Test
    void aFailureOfWhoeverListensPassesThrough() {
        Archive.Visitor failing =
                new Archive.Visitor() {
                    @Override
                    public void file(String name, InputStream content) throws IOException {
                        throw new IOException("disk full");
                    }

                    @Override
                    public void unreadable(String name) {}

                    @Override
                    public void nested(String name) {}
                };

        assertThatThrownBy(
                        () ->
                                Archive.read(
                                        new ByteArrayInputStream(Zips.of(files(1))),
                                        LIMITS,
                                        failing))
                .hasMessage("disk full");
    }
}
