package io.assay.review.rejection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdicts of one project that were published last, and a count of those before.
 *
 * @param latest at most {@link #MAX_LATEST}, none older than {@link #LONGEST} before the last
 */
record RecentVerdicts(RejectionTally before, List<RecentVerdict> latest) {
    static final int MAX_LATEST = 200;
    static final Duration LONGEST = Duration.ofHours(1);
    static final RecentVerdicts NONE = new RecentVerdicts(RejectionTally.NONE, List.of());

    RecentVerdicts {
        latest = List.copyOf(latest);
    }

    /** As if these had been published, too. */
    RecentVerdicts plus(List<RecentVerdict> more) {
        List<RecentVerdict> all = new ArrayList<>(latest);
        all.addAll(more);
        RejectionTally tally = before;
        int from = 0;
        while (from < all.size() && isOver(all, from)) {
            tally = tally.plus(all.get(from).rejected());
            from++;
        }
        return new RecentVerdicts(tally, all.subList(from, all.size()));
    }

    private static boolean isOver(List<RecentVerdict> all, int i) {
        return all.size() - i > MAX_LATEST
                || all.get(i).at().plus(LONGEST).isBefore(all.getLast().at());
    }
}
