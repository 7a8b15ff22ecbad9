package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.assay.events.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTests {

    private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir Path directory;

    private Blobs.Received receive(Blobs blobs) throws IOException {
        return blobs.receive(new ByteArrayInputStream(BYTES), 100);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void keepsBytesUnderTheirHashOnce() throws IOException {
        Blobs blobs = new Blobs(directory);

        blobs.keep(receive(blobs));
        blobs.keep(receive(blobs));

        assertThat(blobs.find(Ids.sha256Hex(BYTES)))
                .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(BYTES));
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void whatIsNotKeptIsNotFound() throws IOException {
        Blobs blobs = new Blobs(directory);

        blobs.drop(receive(blobs));

        assertThat(blobs.find(Ids.sha256Hex(BYTES))).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void stopsReadingBeyondTheLimit() throws IOException {
        Blobs.Received received = new Blobs(directory).receive(InputStream.nullInputStream(), 100);
        assertThat(received.size()).isZero();

        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 7;
                    }
                };
        assertThat(new Blobs(directory).receive(endless, 1_000).size()).isGreaterThan(1_000);
    }

    @Test
    void leavesNothingOfABodyThatBreaksOff() throws IOException {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                };

        assertThatIOException().isThrownBy(() -> new Blobs(directory).receive(broken, 100));
        assertThat(files()).isZero();
    }

    @Test
    void sweepsWhatAKilledProcessLeft() throws IOException {
        Blobs blobs = new Blobs(directory);
        receive(blobs);

        blobs.dropArrivedBefore(Instant.now().minusSeconds(60));
        assertThat(files()).isEqualTo(1);
        blobs.dropArrivedBefore(Instant.now().plusSeconds(60));
        assertThat(files()).isZero();
    }
}
