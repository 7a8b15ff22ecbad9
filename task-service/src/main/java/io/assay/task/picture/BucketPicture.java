package io.assay.task.picture;

import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;

/**
 * A picture that stays in a partner's bucket.
 *
 * @param id 64 hexadecimal digits that follow from the address and the version
 * @param etag of the version that was registered; another one is another picture
 */
record BucketPicture(String id, String bucket, String key, String etag) {

    static final String SCHEME = "s3://";

    static BucketPicture of(String bucket, String key, String etag) {
        String version = SCHEME + bucket + "/" + key + "\n" + etag;
        return new BucketPicture(
                Ids.sha256Hex(version.getBytes(StandardCharsets.UTF_8)), bucket, key, etag);
    }

    String name() {
        return SCHEME + bucket + "/" + key;
    }
}
