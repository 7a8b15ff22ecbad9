package io.assay.task.picture;

import io.assay.task.picture.blob.S3Properties;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.blobs.*}: where pictures are.
 *
 * @param directory where they are kept, shared by all instances; with {@code s3} only those that
 *     are being received
 * @param s3 the bucket that they are kept in instead
 * @param partners by name, buckets whose pictures may be used where they are
 * @param fetchHosts hosts that pictures may be fetched from; none by default
 */
@ConfigurationProperties("assay.blobs")
record PictureProperties(
        Path directory,
        @Nullable S3Properties s3,
        @DefaultValue Map<String, Partner> partners,
        @DefaultValue List<String> fetchHosts) {

    /**
     * A partner's bucket.
     *
     * @param s3 where it is
     * @param requesters ids of those who may name its pictures
     */
    record Partner(S3Properties s3, @DefaultValue List<String> requesters) {}
}
