package io.assay.task.picture;

import io.assay.task.picture.blob.Blob;
import io.assay.task.picture.blob.BlobStore;
import io.assay.task.picture.fetch.RemoteFiles;
import io.assay.task.picture.file.PictureFiles.Cleaned;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Fetches a picture from another host when it is first looked at, and keeps it: so a browser talks
 * to nobody but us, and all see what the first one saw. Each host is asked by its own name alone,
 * also after redirects, and never at an address that is not public.
 */
final class FetchLinked {

    /** At the same time; each may take a while and a picture's memory. */
    static final int MAX_FETCHES = 8;

    /** What failed is not asked for again so soon. */
    private static final long PAUSE_NANOS = 60_000_000_000L;

    private static final int MAX_FAILURES = 1_000;
    private static final int LOCKS = 64;

    /** As many are fetched already. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final RemoteFiles files;
    private final ReceivePicture receive;
    private final BlobStore blobs;
    private final LongSupplier nanos;
    private final Semaphore slots = new Semaphore(MAX_FETCHES);
    private final Object[] locks = IntStream.range(0, LOCKS).mapToObj(_ -> new Object()).toArray();

    private final Map<String, Long> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > MAX_FAILURES;
                }
            };

    /**
     * @param nanos time that passes
     */
    FetchLinked(RemoteFiles files, ReceivePicture receive, BlobStore blobs, LongSupplier nanos) {
        this.files = files;
        this.receive = receive;
        this.blobs = blobs;
        this.nanos = nanos;
    }

    /**
     * Empty if there is no picture at the address, or none that is allowed. Who asks for the same
     * one meanwhile waits for it.
     *
     * @throws Busy if too many are being fetched
     */
    Optional<Blob> fetch(LinkedPicture picture) throws IOException {
        synchronized (locks[Math.floorMod(picture.id().hashCode(), LOCKS)]) {
            Optional<Blob> kept = blobs.find(picture.id());
            if (kept.isPresent() || failedLately(picture)) {
                return kept;
            }
            if (!slots.tryAcquire()) {
                throw new Busy();
            }
            try {
                if (!fetched(picture)) {
                    failed(picture);
                }
            } finally {
                slots.release();
            }
            return blobs.find(picture.id());
        }
    }

    private boolean fetched(LinkedPicture picture) throws IOException {
        return switch (files.fetchFromItsHost(picture.url(), receive::receive)) {
            case RemoteFiles.Outcome.Read<Cleaned>(Cleaned.Clean(var file, var header)) -> {
                try {
                    blobs.keep(picture.id(), file, header.format().contentType());
                } finally {
                    Files.deleteIfExists(file);
                }
                yield true;
            }
            case RemoteFiles.Outcome.Read<Cleaned>(Cleaned.Refused _) -> false;
            case RemoteFiles.Outcome.NotAllowed<Cleaned> _ -> false;
            case RemoteFiles.Outcome.Failed<Cleaned> _ -> false;
        };
    }

    private boolean failedLately(LinkedPicture picture) {
        synchronized (failures) {
            Long at = failures.get(picture.id());
            return at != null && nanos.getAsLong() - at < PAUSE_NANOS;
        }
    }

    private void failed(LinkedPicture picture) {
        synchronized (failures) {
            failures.remove(picture.id());
            failures.put(picture.id(), nanos.getAsLong());
        }
    }
}
