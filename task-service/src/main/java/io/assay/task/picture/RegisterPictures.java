package io.assay.task.picture;

import io.assay.task.picture.blob.BlobStoreUnavailable;
import io.assay.task.picture.blob.S3Bucket;
import io.assay.task.picture.blob.TemporaryFiles;
import io.assay.task.picture.file.PictureFiles;
import io.assay.task.picture.file.PictureHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes pictures that stay in partners' buckets, after a look at the beginning of each. */
final class RegisterPictures {

    /**
     * What became of one.
     *
     * @param picture null if refused
     * @param reason null if registered: not-allowed, not-found, unreachable, too-many-bytes,
     *     not-a-picture or too-many-pixels
     */
    record Registration(String name, @Nullable PictureView picture, @Nullable String reason) {}

    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9.-]{3,63})/(.{1,1024})");

    /** Holds the header of nearly every picture: profiles and previews may come before it. */
    private static final int START = 256 * 1024;

    private final PartnerBuckets buckets;
    private final MongoPictures pictures;
    private final TemporaryFiles temporaryFiles;
    private final Clock clock;

    RegisterPictures(
            PartnerBuckets buckets,
            MongoPictures pictures,
            TemporaryFiles temporaryFiles,
            Clock clock) {
        this.buckets = buckets;
        this.pictures = pictures;
        this.temporaryFiles = temporaryFiles;
        this.clock = clock;
    }

    List<Registration> register(List<String> refs, String ownerId) throws IOException {
        List<Registration> all = new ArrayList<>();
        for (String ref : refs) {
            all.add(registered(ref, ownerId));
        }
        return all;
    }

    private Registration registered(String ref, String ownerId) throws IOException {
        Matcher address = ADDRESS.matcher(ref);
        Optional<S3Bucket> bucket =
                address.matches() ? buckets.of(address.group(1), ownerId) : Optional.empty();
        if (bucket.isEmpty()) {
            return new Registration(ref, null, "not-allowed");
        }
        try {
            return looked(bucket.get(), address.group(1), address.group(2), ownerId);
        } catch (BlobStoreUnavailable e) {
            return new Registration(ref, null, "unreachable");
        }
    }

    private Registration looked(S3Bucket bucket, String bucketName, String key, String ownerId)
            throws IOException {
        String name = BucketPicture.SCHEME + bucketName + "/" + key;
        Optional<S3Bucket.Entry> entry = bucket.head(key);
        if (entry.isEmpty()) {
            return new Registration(name, null, "not-found");
        }
        if (entry.get().size() > ReceivePicture.MAX_BYTES) {
            return new Registration(name, null, "too-many-bytes");
        }
        Optional<PictureHeader> header = header(bucket, key, entry.get());
        if (header.isEmpty()) {
            return new Registration(name, null, "not-a-picture");
        }
        if (PictureFiles.tooLarge(header.get()).isPresent()) {
            return new Registration(name, null, "too-many-pixels");
        }
        BucketPicture found = BucketPicture.of(bucketName, key, entry.get().etag());
        return new Registration(
                name, noted(found, header.get(), entry.get().size(), ownerId), null);
    }

    /** Of its beginning; of all of it, kept on disk, where that does not suffice. */
    private Optional<PictureHeader> header(S3Bucket bucket, String key, S3Bucket.Entry entry)
            throws IOException {
        Optional<PictureHeader> start =
                PictureHeader.readStart(ByteBuffer.wrap(start(bucket, key, entry)));
        return start.isPresent() || entry.size() <= START ? start : headerOfAll(bucket, key, entry);
    }

    private static byte[] start(S3Bucket bucket, String key, S3Bucket.Entry entry)
            throws IOException {
        Optional<InputStream> found =
                entry.size() == 0 ? Optional.empty() : bucket.open(key, 0, START - 1, entry.etag());
        if (found.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = found.get()) {
            return in.readNBytes(START);
        }
    }

    private Optional<PictureHeader> headerOfAll(S3Bucket bucket, String key, S3Bucket.Entry entry)
            throws IOException {
        Optional<InputStream> found = bucket.open(key, 0, S3Bucket.TO_THE_END, entry.etag());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path all = temporaryFiles.newFile();
        try (InputStream in = found.get()) {
            return TemporaryFiles.receive(in, ReceivePicture.MAX_BYTES, all)
                            > ReceivePicture.MAX_BYTES
                    ? Optional.empty()
                    : PictureFiles.header(all);
        } finally {
            Files.deleteIfExists(all);
        }
    }

    private PictureView noted(
            BucketPicture found, PictureHeader header, long bytes, String ownerId) {
        Picture picture =
                new Picture(
                        Picture.id(found.id(), ownerId),
                        found.id(),
                        ownerId,
                        header.format().contentType(),
                        header.width(),
                        header.height(),
                        bytes,
                        clock.instant());
        pictures.keepInBucket(found);
        pictures.keep(picture);
        pictures.name(NamedPicture.of(ownerId, found.name(), found.id()));
        return PictureView.of(picture);
    }
}
