package io.assay.task.picture.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.task.picture.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectoryBlobsTests extends BlobStoreContract {

    @Override
    BlobStore store() throws IOException {
        return new DirectoryBlobs(directory);
    }

    @Test
    void movesTheFileThere() throws IOException {
        Path file = Files.write(directory.resolve("file"), Samples.png(4, 3, 1));

        store().keep("abcdef", file, "image/png");

        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile))
                    .containsExactly(directory.resolve("ab/cd/abcdef"));
        }
    }
}
