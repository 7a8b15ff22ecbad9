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

class TemporaryFilesTests {

    @TempDir Path directory;

    @Test
    void stopsReadingBeyondTheLimit() throws IOException {
        TemporaryFiles temporaryFiles = new TemporaryFiles(directory);
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 7;
                    }
                };

        assertThat(
                        TemporaryFiles.receive(
                                InputStream.nullInputStream(), 100, temporaryFiles.newFile()))
                .isZero();
        assertThat(TemporaryFiles.receive(endless, 1_000, temporaryFiles.newFile()))
                .isBetween(1_001L, 100_000L);
    }

    @Test
    void sweepsWhatAKilledProcessLeft() throws IOException {
        TemporaryFiles temporaryFiles = new TemporaryFiles(directory);
        Path left = Files.writeString(temporaryFiles.newFile(), "half");
        Path atWork = Files.writeString(temporaryFiles.newFile(), "more");
        Instant anHourAgo = Files.getLastModifiedTime(left).toInstant().minusSeconds(3_600);
        Files.setLastModifiedTime(left, FileTime.from(anHourAgo));

        temporaryFiles.dropOlderThan(Duration.ofMinutes(61));
        assertThat(left).exists();
        temporaryFiles.dropOlderThan(Duration.ofMinutes(59));

        assertThat(directory).isDirectoryContaining(atWork::equals);
        assertThat(left).doesNotExist();
    }
}
