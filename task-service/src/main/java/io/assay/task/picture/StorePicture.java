package io.assay.task.picture;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Takes an upload: checked, on the disk, then noted as its owner's. */
final class StorePicture {

    /** What came of an upload. */
    sealed interface Outcome {

        record Stored(Picture picture) implements Outcome {}

        record NotAPicture() implements Outcome {}

        record TooManyPixels(int width, int height) implements Outcome {}

        record TooManyBytes(long limit) implements Outcome {}
    }

    static final long MAX_BYTES = 20L * 1024 * 1024;

    private final Blobs blobs;
    private final PictureChecks checks;
    private final MongoPictures pictures;
    private final Counter stored;
    private final Clock clock;

    StorePicture(
            Blobs blobs,
            PictureChecks checks,
            MongoPictures pictures,
            MeterRegistry meters,
            Clock clock) {
        this.blobs = blobs;
        this.checks = checks;
        this.pictures = pictures;
        this.stored = meters.counter("assay.pictures.stored");
        this.clock = clock;
    }

    Outcome store(InputStream body, String ownerId) throws IOException {
        Blobs.Received received = blobs.receive(body, MAX_BYTES);
        try {
            return received.size() > MAX_BYTES
                    ? new Outcome.TooManyBytes(MAX_BYTES)
                    : judged(received, ownerId);
        } finally {
            blobs.drop(received);
        }
    }

    private Outcome judged(Blobs.Received received, String ownerId) throws IOException {
        return switch (checks.check(received.file())) {
            case PictureChecks.Finding.Sound(var header) -> {
                blobs.keep(received);
                yield new Outcome.Stored(noted(received, header, ownerId));
            }
            case PictureChecks.Finding.NotAPicture() -> new Outcome.NotAPicture();
            case PictureChecks.Finding.TooManyPixels(var header) ->
                    new Outcome.TooManyPixels(header.width(), header.height());
        };
    }

    private Picture noted(Blobs.Received received, PictureHeader header, String ownerId) {
        Picture picture =
                new Picture(
                        Picture.id(received.sha256(), ownerId),
                        received.sha256(),
                        ownerId,
                        header.format().contentType(),
                        header.width(),
                        header.height(),
                        received.size(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        pictures.keep(picture);
        stored.increment();
        return picture;
    }
}
