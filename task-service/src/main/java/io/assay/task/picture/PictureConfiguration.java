package io.assay.task.picture;

import io.assay.task.picture.archive.ArchiveLimits;
import io.assay.task.picture.blob.BlobStore;
import io.assay.task.picture.blob.DirectoryBlobs;
import io.assay.task.picture.blob.S3Blobs;
import io.assay.task.picture.blob.S3Bucket;
import io.assay.task.picture.blob.S3Properties;
import io.assay.task.picture.blob.TemporaryFiles;
import io.assay.task.picture.fetch.AddressRule;
import io.assay.task.picture.fetch.RemoteFiles;
import io.assay.task.picture.fetch.UrlRule;
import io.assay.task.picture.file.PictureFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureProperties.class)
@Import({
    PictureFiles.class,
    ReceivePicture.class,
    StorePicture.class,
    RegisterPictures.class,
    Originals.class,
    Renditions.class,
    FetchPicture.class
})
class PictureConfiguration {

    /** Longer than any upload takes. */
    private static final Duration ABANDONED = Duration.ofHours(3);

    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final Duration FETCH = Duration.ofSeconds(30);

    @Bean
    BlobStore blobs(PictureProperties properties) throws IOException {
        S3Properties s3 = properties.s3();
        return s3 != null && s3.isGiven()
                ? new S3Blobs(new S3Bucket(s3))
                : new DirectoryBlobs(properties.directory());
    }

    /** Beside the directory's blobs, so that a move there is one step. */
    @Bean
    TemporaryFiles temporaryFiles(PictureProperties properties) throws IOException {
        return new TemporaryFiles(properties.directory().resolve("arriving"));
    }

    @Bean
    SchedulingConfigurer temporaryFilesSweep(TemporaryFiles temporaryFiles) {
        return tasks -> tasks.addFixedDelayTask(() -> sweep(temporaryFiles), SWEEP);
    }

    private static void sweep(TemporaryFiles temporaryFiles) {
        try {
            temporaryFiles.dropOlderThan(ABANDONED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    UploadPictures uploadPictures(StorePicture store, MongoUploads uploads, Clock clock) {
        return new UploadPictures(store, uploads, ArchiveLimits.DEFAULT, clock);
    }

    @Bean
    PartnerBuckets partnerBuckets(PictureProperties properties) {
        return new PartnerBuckets(
                properties.partners().values().stream()
                        .collect(
                                Collectors.toMap(
                                        partner -> Objects.requireNonNull(partner.s3().bucket()),
                                        partner ->
                                                new PartnerBuckets.Shared(
                                                        new S3Bucket(partner.s3()),
                                                        Set.copyOf(partner.requesters())))));
    }

    @Bean
    FetchLinked fetchLinked(RemoteFiles files, ReceivePicture receive, BlobStore blobs) {
        return new FetchLinked(files, receive, blobs, System::nanoTime);
    }

    @Bean
    RemoteFiles remoteFiles(PictureProperties properties) {
        return new RemoteFiles(
                UrlRule.https(properties.fetchHosts()),
                InetAddress::getAllByName,
                AddressRule::isPublic,
                FETCH);
    }
}
