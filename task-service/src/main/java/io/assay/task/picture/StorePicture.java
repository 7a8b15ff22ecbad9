package io.assay.task.picture;

import io.assay.task.picture.blob.BlobStore;
import io.assay.task.picture.blob.ContentHash;
import io.assay.task.picture.file.PictureFiles.Cleaned;
import io.assay.task.picture.file.PictureHeader;
import io.assay.task.picture.file.PictureRefusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes an upload: checked and cleaned, in the store, then noted as its owner's. */
final class StorePicture {

    /** What came of an upload. */
    sealed interface Outcome {

        /**
         * @param known true if the owner had brought it before
         */
        record Stored(Picture picture, boolean known) implements Outcome {}

        record Refused(PictureRefusal why) implements Outcome {}
    }

    private final ReceivePicture receive;
    private final BlobStore blobs;
    private final MongoPictures pictures;
    private final Counter stored;
    private final Clock clock;

    StorePicture(
            ReceivePicture receive,
            BlobStore blobs,
            MongoPictures pictures,
            MeterRegistry meters,
            Clock clock) {
        this.receive = receive;
        this.blobs = blobs;
        this.pictures = pictures;
        this.stored = meters.counter("assay.pictures.stored");
        this.clock = clock;
    }

    /**
     * @param name what the owner calls it, null for nothing
     * @param replace whether the name may be given to another picture than before
     */
    Outcome store(InputStream body, String ownerId, @Nullable String name, boolean replace)
            throws IOException {
        Optional<String> goodName = Optional.ofNullable(name).flatMap(PictureName::of);
        if (name != null && goodName.isEmpty()) {
            return new Outcome.Refused(new PictureRefusal.BadName(PictureName.MAX_LENGTH));
        }
        return switch (receive.receive(body)) {
            case Cleaned.Refused(var why) -> new Outcome.Refused(why);
            case Cleaned.Clean(var file, var header) ->
                    kept(file, header, ownerId, goodName, replace);
        };
    }

    private Outcome kept(
            Path file, PictureHeader header, String ownerId, Optional<String> name, boolean replace)
            throws IOException {
        try {
            Picture picture = picture(file, header, ownerId);
            Optional<NamedPicture> named =
                    name.map(n -> NamedPicture.of(ownerId, n, picture.sha256()));
            Optional<NamedPicture> other =
                    replace ? Optional.empty() : named.flatMap(pictures::otherOfThisName);
            if (other.isPresent()) {
                return taken(other.get());
            }
            boolean known = pictures.isOwned(picture.sha256(), ownerId);
            blobs.keep(picture.sha256(), file, picture.contentType());
            pictures.keep(picture);
            stored.increment();
            return named.isEmpty()
                    ? new Outcome.Stored(picture, known)
                    : named(picture, known, named.get(), replace);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Outcome named(Picture picture, boolean known, NamedPicture named, boolean replace) {
        if (replace) {
            pictures.name(named);
            return new Outcome.Stored(picture, known);
        }
        NamedPicture first = pictures.nameIfFree(named);
        return first.sha256().equals(picture.sha256())
                ? new Outcome.Stored(picture, known)
                : taken(first);
    }

    private static Outcome taken(NamedPicture other) {
        return new Outcome.Refused(
                new PictureRefusal.NameTaken(other.name(), Picture.REF + other.sha256()));
    }

    private Picture picture(Path file, PictureHeader header, String ownerId) throws IOException {
        String sha256 = ContentHash.of(file);
        return new Picture(
                Picture.id(sha256, ownerId),
                sha256,
                ownerId,
                header.format().contentType(),
                header.width(),
                header.height(),
                Files.size(file),
                clock.instant());
    }
}
