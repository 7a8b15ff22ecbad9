package io.assay.task.picture;

import io.assay.task.picture.blob.TemporaryFiles;
import io.assay.task.picture.file.PictureFiles;
import io.assay.task.picture.file.PictureFiles.Cleaned;
import io.assay.task.picture.file.PictureRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a clean, upright picture file of bytes from anywhere, or refuses them. */
final class ReceivePicture {

    static final long MAX_BYTES = 20L * 1024 * 1024;

    private final TemporaryFiles temporaryFiles;
    private final PictureFiles files;

    ReceivePicture(TemporaryFiles temporaryFiles, PictureFiles files) {
        this.temporaryFiles = temporaryFiles;
        this.files = files;
    }

    Cleaned receive(InputStream body) throws IOException {
        Path received = temporaryFiles.newFile();
        try {
            return TemporaryFiles.receive(body, MAX_BYTES, received) > MAX_BYTES
                    ? new Cleaned.Refused(new PictureRefusal.TooManyBytes(MAX_BYTES))
                    : cleaned(received);
        } finally {
            Files.deleteIfExists(received);
        }
    }

    private Cleaned cleaned(Path received) throws IOException {
        Path clean = temporaryFiles.newFile();
        boolean kept = false;
        try {
            Cleaned cleaned = files.clean(received, clean);
            kept = cleaned instanceof Cleaned.Clean;
            return cleaned;
        } finally {
            if (!kept) {
                Files.deleteIfExists(clean);
            }
        }
    }
}
