package io.assay.task.picture;

import io.assay.task.picture.blob.Blob;
import io.assay.task.picture.blob.BlobStore;
import io.assay.task.picture.blob.S3Bucket;
import io.assay.task.picture.file.PictureFiles.Cleaned;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Finds pictures in full: in our own store, cleaned on the way from a partner's bucket, or fetched
 * from another host.
 */
final class Originals {

    /**
     * A picture's bytes.
     *
     * @param repeatable false if they can be read once only, from the beginning
     */
    record Original(Blob blob, boolean repeatable) {}

    private final BlobStore blobs;
    private final MongoPictures pictures;
    private final PartnerBuckets buckets;
    private final ReceivePicture receive;
    private final FetchLinked fetchLinked;

    Originals(
            BlobStore blobs,
            MongoPictures pictures,
            PartnerBuckets buckets,
            ReceivePicture receive,
            FetchLinked fetchLinked) {
        this.blobs = blobs;
        this.pictures = pictures;
        this.buckets = buckets;
        this.receive = receive;
        this.fetchLinked = fetchLinked;
    }

    Optional<Original> find(String hash) throws IOException {
        Optional<Blob> own = blobs.find(hash);
        if (own.isPresent()) {
            return own.map(blob -> new Original(blob, true));
        }
        Optional<BucketPicture> partners = pictures.findInBucket(hash);
        return partners.isEmpty() ? linked(hash) : fetched(partners.get());
    }

    private Optional<Original> linked(String hash) throws IOException {
        Optional<LinkedPicture> elsewhere = pictures.findLinked(hash);
        return elsewhere.isEmpty()
                ? Optional.empty()
                : fetchLinked.fetch(elsewhere.get()).map(blob -> new Original(blob, true));
    }

    /** Empty too if it is gone from there, or another one now. */
    private Optional<Original> fetched(BucketPicture picture) throws IOException {
        Optional<InputStream> found =
                buckets.find(picture.bucket()).flatMap(bucket -> opened(bucket, picture));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return switch (receive.receive(in)) {
                case Cleaned.Clean(var file, var header) ->
                        Optional.of(once(file, header.format().contentType()));
                case Cleaned.Refused(_) -> Optional.empty();
            };
        }
    }

    private static Optional<InputStream> opened(S3Bucket bucket, BucketPicture picture) {
        return bucket.open(picture.key(), 0, S3Bucket.TO_THE_END, picture.etag());
    }

    /** The file goes when it has been read. */
    private static Original once(Path file, String contentType) throws IOException {
        Blob.Opener opener = _ -> Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        return new Original(new Blob(Files.size(file), contentType, opener), false);
    }
}
