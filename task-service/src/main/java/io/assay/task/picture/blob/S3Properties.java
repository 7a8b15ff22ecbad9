package io.assay.task.picture.blob;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is and who may use it.
 *
 * @param bucket its name; null or empty for none
 * @param prefix of the keys that are ours
 * @param endpoint null for Amazon's own
 * @param pathStyle true for servers that take the bucket in the path
 * @param accessKey null for what the environment grants
 */
public record S3Properties(
        @Nullable String bucket,
        @Nullable String prefix,
        @Nullable URI endpoint,
        @Nullable String region,
        boolean pathStyle,
        @Nullable String accessKey,
        @Nullable String secretKey) {

    public boolean isGiven() {
        return bucket != null && !bucket.isBlank();
    }

    @Override
    public String toString() {
        return "s3://" + bucket;
    }
}
