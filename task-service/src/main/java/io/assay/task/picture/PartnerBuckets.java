package io.assay.task.picture;

import io.assay.task.picture.blob.S3Bucket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose pictures may be used where they are, and by whom. */
final class PartnerBuckets {

    /**
     * A bucket that requesters may name pictures of.
     *
     * @param requesters ids of who may
     */
    record Shared(S3Bucket bucket, Set<String> requesters) {

        Shared {
            requesters = Set.copyOf(requesters);
        }
    }

    private final Map<String, Shared> shared;

    PartnerBuckets(Map<String, Shared> shared) {
        this.shared = Map.copyOf(shared);
    }

    Optional<S3Bucket> find(String name) {
        return Optional.ofNullable(shared.get(name)).map(Shared::bucket);
    }

    /** Empty too if there is one that this requester may not use. */
    Optional<S3Bucket> of(String name, String requesterId) {
        return Optional.ofNullable(shared.get(name))
                .filter(bucket -> bucket.requesters.contains(requesterId))
                .map(Shared::bucket);
    }
}
