package io.assay.task.picture;

import io.assay.task.limit.Slots;
import io.assay.task.picture.archive.Archive;
import io.assay.task.picture.archive.ArchiveLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes many files at once: pictures, and ZIP archives of pictures, which are unpacked as they
 * arrive. A bad file is refused and stops no other. Sent again after a break, all that was stored
 * is known; sent again after its end, nothing is done.
 */
final class UploadPictures {

    /**
     * A file as sent.
     *
     * @param name a path, folders included
     */
    record SentFile(String name, Source source) {}

    /** Opens a file, any number of times. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * The request beside the files.
     *
     * @param id follows from the caller's idempotency key
     * @param folder put before each name, empty for none
     * @param replace whether a name may be given to another picture than before
     */
    record Request(String id, String ownerId, String folder, boolean replace) {

        RequestDigest sum() {
            return new RequestDigest(folder + "\n" + replace);
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        record Taken(Upload upload) implements Outcome {}

        record NoArchive() implements Outcome {}

        /** The id stands for an upload of something else. */
        record OtherUnderSameKey() implements Outcome {}

        /**
         * @param grant that was none
         */
        record Busy(Slots.Grant grant) implements Outcome {}
    }

    /** Bytes that are needed to recognise an archive. */
    private static final int PREFIX = 8;

    private static final int MAX_AT_ONCE = 16;
    private static final int MAX_PER_OWNER = 4;

    private final StorePicture store;
    private final MongoUploads uploads;
    private final ArchiveLimits limits;
    private final Clock clock;
    private final Slots slots = new Slots(MAX_AT_ONCE, MAX_PER_OWNER);

    UploadPictures(StorePicture store, MongoUploads uploads, ArchiveLimits limits, Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.limits = limits;
        this.clock = clock;
    }

    Outcome files(Request request, List<SentFile> files) throws IOException {
        return withSlot(request, () -> takenFiles(request, files));
    }

    Outcome archive(Request request, InputStream body) throws IOException {
        return withSlot(request, () -> takenArchive(request, body));
    }

    private interface Work {
        Outcome run() throws IOException;
    }

    private Outcome withSlot(Request request, Work work) throws IOException {
        return switch (slots.take(request.ownerId)) {
            case Slots.Grant.Taken(var slot) -> {
                try (slot) {
                    yield work.run();
                }
            }
            case Slots.Grant none -> new Outcome.Busy(none);
        };
    }

    private Outcome takenFiles(Request request, List<SentFile> files) throws IOException {
        Optional<Upload> before = ended(request);
        RequestDigest sum = request.sum();
        if (before.isPresent()) {
            for (SentFile file : files) {
                try (InputStream in = file.source.open()) {
                    sum.reading(file.name, in).toTheEnd();
                }
            }
            return repeated(before.get(), sum);
        }
        UploadReport report = start(request);
        for (SentFile file : files) {
            try (InputStream opened = file.source.open()) {
                RequestDigest.Reading reading = sum.reading(file.name, opened);
                InputStream in = new BufferedInputStream(reading.in());
                if (Archive.isZip(prefix(in))) {
                    unpack(in, report);
                } else {
                    report.file(file.name, in);
                }
                reading.toTheEnd();
            }
        }
        return new Outcome.Taken(report.finish(sum.hex(), clock.instant()));
    }

    private Outcome takenArchive(Request request, InputStream body) throws IOException {
        RequestDigest sum = request.sum();
        RequestDigest.Reading reading = sum.reading("", body);
        InputStream in = new BufferedInputStream(reading.in());
        if (!Archive.isZip(prefix(in))) {
            return new Outcome.NoArchive();
        }
        Optional<Upload> before = ended(request);
        if (before.isPresent()) {
            reading.toTheEnd();
            return repeated(before.get(), sum);
        }
        UploadReport report = start(request);
        if (unpack(in, report)) {
            reading.toTheEnd();
            return new Outcome.Taken(report.finish(sum.hex(), clock.instant()));
        }
        // what was left of it is not read, so it cannot be known again
        return new Outcome.Taken(report.finish(null, clock.instant()));
    }

    private static byte[] prefix(InputStream in) throws IOException {
        in.mark(PREFIX);
        byte[] start = in.readNBytes(PREFIX);
        in.reset();
        return start;
    }

    private Optional<Upload> ended(Request request) {
        return uploads.find(request.id).filter(upload -> upload.sent() != null);
    }

    private static Outcome repeated(Upload before, RequestDigest sum) {
        return sum.hex().equals(before.sent())
                ? new Outcome.Taken(before)
                : new Outcome.OtherUnderSameKey();
    }

    private UploadReport start(Request request) {
        Upload upload = Upload.started(request.id, request.ownerId, clock.instant());
        uploads.start(upload);
        return new UploadReport(upload, request.folder, request.replace, store, uploads);
    }

    /** False if it was left before its end. */
    private boolean unpack(InputStream in, UploadReport report) throws IOException {
        Archive.End end = Archive.read(in, limits, report);
        switch (end) {
            case WHOLE -> {}
            case BROKEN -> report.stopped("broken-archive");
            case TOO_MANY_ENTRIES -> report.stopped("too-many-entries");
            case TOO_LARGE -> report.stopped("archive-too-large");
            case BOMB -> report.stopped("archive-bomb");
        }
        return end == Archive.End.WHOLE;
    }
}
