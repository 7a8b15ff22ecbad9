package io.assay.assignment.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The workers that alone may take a task, as sorted hashes of their ids. Most of them may never
 * come, so nothing else is kept of them; all tasks that name the same share one.
 */
final class NameSet {

    static final NameSet ANYBODY = new NameSet(new long[0]);

    private final long[] hashes;
    private final int hashCode;

    /** Tasks that share it. */
    int uses;

    private NameSet(long[] hashes) {
        this.hashes = hashes;
        this.hashCode = Arrays.hashCode(hashes);
    }

    static NameSet of(Collection<String> workerIds) {
        return workerIds.isEmpty()
                ? ANYBODY
                : new NameSet(
                        workerIds.stream().mapToLong(NameSet::hash).sorted().distinct().toArray());
    }

    /** So long that no two workers share one, by chance or on purpose of many. */
    static long hash(String workerId) {
        UUID hash = UUID.nameUUIDFromBytes(workerId.getBytes(StandardCharsets.UTF_8));
        return hash.getMostSignificantBits() ^ hash.getLeastSignificantBits();
    }

    boolean isEmpty() {
        return hashes.length == 0;
    }

    int size() {
        return hashes.length;
    }

    long hash(int position) {
        return hashes[position];
    }

    /** Negative if it is not named. */
    int position(long hash) {
        return Arrays.binarySearch(hashes, hash);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof NameSet other && Arrays.equals(hashes, other.hashes);
    }

    @Override
    public int hashCode() {
        return hashCode;
    }
}
