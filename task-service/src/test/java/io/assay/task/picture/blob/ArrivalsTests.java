package io.assay.task.picture.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTests {

    @TempDir Path directory;

    @Test
    void stopsReadingBeyondTheLimit() throws IOException {
        Arrivals arrivals = new Arrivals(directory);
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 7;
                    }
                };

        assertThat(Arrivals.receive(InputStream.nullInputStream(), 100, arrivals.newFile()))
                .isZero();
        assertThat(Arrivals.receive(endless, 1_000, arrivals.newFile()))
                .isBetween(1_001L, 100_000L);
    }

    @Test
    void sweepsWhatAKilledProcessLeft() throws IOException {
        Arrivals arrivals = new Arrivals(directory);
        Path left = Files.writeString(arrivals.newFile(), "half");
        Path atWork = Files.writeString(arrivals.newFile(), "more");
        Instant anHourAgo = Files.getLastModifiedTime(left).toInstant().minusSeconds(3_600);
        Files.setLastModifiedTime(left, FileTime.from(anHourAgo));

        arrivals.dropOlderThan(Duration.ofMinutes(61));
        assertThat(left).exists();
        arrivals.dropOlderThan(Duration.ofMinutes(59));

        assertThat(directory).isDirectoryContaining(atWork::equals);
        assertThat(left).doesNotExist();
    }
}
