package io.assay.task.picture;

import io.assay.task.picture.Originals.Original;
import io.assay.task.picture.blob.Blob;
import io.assay.task.picture.blob.BlobStore;
import io.assay.task.picture.blob.TemporaryFiles;
import io.assay.task.picture.file.PictureFiles;
import io.assay.task.picture.file.PictureFormat;
import io.assay.task.picture.file.PictureHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds pictures in a size. A smaller one is drawn when it is first requested and kept beside the
 * full one under {@code HASH-SIZE}.
 */
final class Renditions {

    private static final int LOCKS = 64;

    private final Originals originals;
    private final BlobStore blobs;
    private final TemporaryFiles temporaryFiles;
    private final PictureFiles files;
    private final Object[] locks = IntStream.range(0, LOCKS).mapToObj(_ -> new Object()).toArray();

    Renditions(
            Originals originals,
            BlobStore blobs,
            TemporaryFiles temporaryFiles,
            PictureFiles files) {
        this.originals = originals;
        this.blobs = blobs;
        this.temporaryFiles = temporaryFiles;
        this.files = files;
    }

    Optional<Original> find(String hash, PictureSize size) throws IOException {
        if (size == PictureSize.FULL) {
            return originals.find(hash);
        }
        String key = hash + "-" + size.label();
        Optional<Blob> kept = blobs.find(key);
        return kept.isPresent() ? kept.map(Renditions::repeatable) : drawnOnce(hash, key, size);
    }

    /** Whoever asks for the same one meanwhile waits for it. */
    private Optional<Original> drawnOnce(String hash, String key, PictureSize size)
            throws IOException {
        synchronized (locks[Math.floorMod(key.hashCode(), LOCKS)]) {
            Optional<Blob> kept = blobs.find(key);
            return kept.isPresent() ? kept.map(Renditions::repeatable) : drawn(hash, key, size);
        }
    }

    private Optional<Original> drawn(String hash, String key, PictureSize size) throws IOException {
        Optional<Original> original = originals.find(hash);
        if (original.isEmpty()) {
            return original;
        }
        Path full = temporaryFiles.newFile();
        Path small = temporaryFiles.newFile();
        try {
            try (InputStream in = original.get().blob().open()) {
                Files.copy(in, full);
            }
            if (draw(full, size, small)) {
                blobs.keep(key, small, PictureFormat.JPEG.contentType());
                return blobs.find(key).map(Renditions::repeatable);
            }
            return originals.find(hash);
        } finally {
            Files.deleteIfExists(full);
            Files.deleteIfExists(small);
        }
    }

    /** A JPEG that is small already stays as it is. False if it takes too much memory. */
    private boolean draw(Path full, PictureSize size, Path small) throws IOException {
        PictureHeader header =
                PictureFiles.header(full)
                        .orElseThrow(() -> new IllegalStateException("a kept picture is sound"));
        if (header.format() == PictureFormat.JPEG
                && Math.max(header.width(), header.height()) <= size.longestSide()) {
            Files.copy(full, small);
            return true;
        }
        return files.scale(full, header, size.longestSide(), small);
    }

    private static Original repeatable(Blob blob) {
        return new Original(blob, true);
    }
}
