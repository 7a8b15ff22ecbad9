package io.assay.task.picture.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.task.picture.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of blobs has to do; each extends this. */
abstract class BlobStoreContract {

    private static final byte[] BYTES = Samples.png(40, 30, 3);
    private static final String KEY = "ab12" + "cd".repeat(30);

    @TempDir Path directory;

    /** One that is empty. */
    abstract BlobStore store() throws IOException;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(
                Files.createDirectories(directory.resolve("arriving")).resolve("file"), bytes);
    }

    @Test
    void findsWhatWasKept() throws IOException {
        BlobStore store = store();

        store.keep(KEY, file(BYTES), "image/png");

        Blob blob = store.find(KEY).orElseThrow();
        assertThat(blob.size()).isEqualTo(BYTES.length);
        assertThat(blob.contentType()).isEqualTo("image/png");
        try (InputStream in = blob.open()) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void readsFromAnyPlace() throws IOException {
        BlobStore store = store();
        store.keep(KEY, file(BYTES), "image/png");
        Blob blob = store.find(KEY).orElseThrow();

        try (InputStream in = blob.opener().from(1)) {
            assertThat(in.readNBytes(3)).isEqualTo(new byte[] {'P', 'N', 'G'});
        }
        try (InputStream in = blob.opener().from(BYTES.length - 1L)) {
            assertThat(in.readAllBytes()).hasSize(1);
        }
        try (InputStream in = new LazyStream(blob)) {
            assertThat(in.skip(2)).isEqualTo(2);
            assertThat(in.readNBytes(2)).isEqualTo(new byte[] {'N', 'G'});
        }
    }

    @Test
    void keepsTheSameAgainWithoutComplaint() throws IOException {
        BlobStore store = store();

        store.keep(KEY, file(BYTES), "image/png");
        store.keep(KEY, file(BYTES), "image/png");

        assertThat(store.find(KEY)).isPresent();
    }

    @Test
    void tellsKeysApart() throws IOException {
        BlobStore store = store();

        store.keep(KEY, file(BYTES), "image/png");
        store.keep(KEY + "-web", file(Samples.jpeg(8, 8, 1)), "image/jpeg");

        assertThat(store.find(KEY).orElseThrow().contentType()).isEqualTo("image/png");
        assertThat(store.find(KEY + "-web").orElseThrow().contentType()).isEqualTo("image/jpeg");
        assertThat(store.find(KEY + "-thumb")).isEmpty();
        assertThat(store.find("ffff")).isEmpty();
    }
}
