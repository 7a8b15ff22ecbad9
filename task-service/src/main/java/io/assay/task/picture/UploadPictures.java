package io.assay.task.picture;

import io.assay.task.picture.archive.Archive;
import io.assay.task.picture.archive.ArchiveLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Takes many files at once: pictures, and ZIP archives of pictures, which are unpacked as they
 * arrive. A bad file is refused and stops no other. Sent again, all that was stored is known.
 */
final class UploadPictures {

    /**
     * A file as sent.
     *
     * @param name a path, folders included
     */
    record SentFile(String name, Source source) {}

    /** Opens a file. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** As many bytes as it takes to tell an archive. */
    private static final int PREFIX = 8;

    private final StorePicture store;
    private final MongoUploads uploads;
    private final ArchiveLimits limits;
    private final Clock clock;

    UploadPictures(StorePicture store, MongoUploads uploads, ArchiveLimits limits, Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.limits = limits;
        this.clock = clock;
    }

    Upload files(String id, String ownerId, String folder, List<SentFile> files)
            throws IOException {
        UploadReport report = start(id, ownerId, folder);
        for (SentFile file : files) {
            try (InputStream in = new BufferedInputStream(file.source.open())) {
                in.mark(PREFIX);
                byte[] start = in.readNBytes(PREFIX);
                in.reset();
                if (Archive.isZip(start)) {
                    unpack(in, report);
                } else {
                    report.file(file.name, in);
                }
            }
        }
        return report.finish(now());
    }

    /** Empty if it is no archive. */
    Optional<Upload> archive(String id, String ownerId, String folder, InputStream body)
            throws IOException {
        InputStream in = new BufferedInputStream(body);
        in.mark(PREFIX);
        byte[] start = in.readNBytes(PREFIX);
        in.reset();
        if (!Archive.isZip(start)) {
            return Optional.empty();
        }
        UploadReport report = start(id, ownerId, folder);
        unpack(in, report);
        return Optional.of(report.finish(now()));
    }

    private UploadReport start(String id, String ownerId, String folder) {
        Upload upload = Upload.started(id, ownerId, now());
        uploads.start(upload);
        return new UploadReport(upload, folder, store, uploads);
    }

    private void unpack(InputStream in, UploadReport report) throws IOException {
        switch (Archive.read(in, limits, report)) {
            case WHOLE -> {}
            case BROKEN -> report.stopped("broken-archive");
            case TOO_MANY_ENTRIES -> report.stopped("too-many-entries");
            case TOO_LARGE -> report.stopped("archive-too-large");
            case BOMB -> report.stopped("archive-bomb");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
