package io.assay.task.picture;

import io.assay.task.picture.blob.Arrivals;
import io.assay.task.picture.file.PictureFiles;
import io.assay.task.picture.file.PictureHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes bytes from anywhere and makes a clean, upright picture file of them, or says why not. */
final class ReceivePicture {

    /** What came of it. */
    sealed interface Outcome {

        /**
         * @param file to be kept or dropped by whoever asked
         */
        record Clean(Path file, PictureHeader header) implements Outcome {}

        record Refused(PictureRefusal why) implements Outcome {}
    }

    static final long MAX_BYTES = 20L * 1024 * 1024;

    private final Arrivals arrivals;
    private final PictureFiles files;

    ReceivePicture(Arrivals arrivals, PictureFiles files) {
        this.arrivals = arrivals;
        this.files = files;
    }

    Outcome receive(InputStream body) throws IOException {
        Path received = arrivals.newFile();
        try {
            return Arrivals.receive(body, MAX_BYTES, received) > MAX_BYTES
                    ? new Outcome.Refused(new PictureRefusal.TooManyBytes(MAX_BYTES))
                    : cleaned(received);
        } finally {
            Files.deleteIfExists(received);
        }
    }

    private Outcome cleaned(Path received) throws IOException {
        Path clean = arrivals.newFile();
        boolean sound = false;
        try {
            PictureFiles.Finding finding = files.clean(received, clean);
            sound = finding instanceof PictureFiles.Finding.Sound;
            return outcome(finding, clean);
        } finally {
            if (!sound) {
                Files.deleteIfExists(clean);
            }
        }
    }

    private static Outcome outcome(PictureFiles.Finding finding, Path clean) {
        return switch (finding) {
            case PictureFiles.Finding.Sound(var header) -> new Outcome.Clean(clean, header);
            case PictureFiles.Finding.NotAPicture() ->
                    new Outcome.Refused(new PictureRefusal.NotAPicture());
            case PictureFiles.Finding.TooManyPixels(var width, var height, var limit) ->
                    new Outcome.Refused(new PictureRefusal.TooManyPixels(width, height, limit));
            case PictureFiles.Finding.SideTooLong(var width, var height, var limit) ->
                    new Outcome.Refused(new PictureRefusal.SideTooLong(width, height, limit));
        };
    }
}
