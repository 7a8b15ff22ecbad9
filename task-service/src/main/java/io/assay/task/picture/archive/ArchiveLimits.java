package io.assay.task.picture.archive;

/**
 * What an archive may unpack to.
 *
 * @param entries at most
 * @param bytes unpacked, in all
 * @param ratio of unpacked to packed bytes; pictures hardly shrink
 * @param ratioFrom so many unpacked bytes are allowed whatever the ratio
 */
public record ArchiveLimits(int entries, long bytes, int ratio, long ratioFrom) {

    private static final long MIB = 1024 * 1024;

    public static final ArchiveLimits DEFAULT =
            new ArchiveLimits(100_000, 8_192 * MIB, 50, 64 * MIB);
}
