package io.assay.review.rejection;

import java.time.Instant;

/**
 * A verdict, as far as the rate of rejections goes.
 *
 * @param kind what it is compared with
 */
public record RecentVerdict(String workerId, boolean rejected, Kind kind, Instant at) {

    /** Verdicts of which about as many are rejections. */
    public enum Kind {
        /** on gold */
        GOLD(0.2, 0),
        /**
         * By the labels of the picture. What they are of several minds about is decided later than
         * what is clear, so towards the end of an import there are always more rejections than were
         * usual; but as long as most decide, less than half.
         */
        CONSENSUS(0.2, 0.5),
        /** by a reviewer, often because the labels were of several minds */
        REVIEWED(0.5, 0.5);

        private final double rejected;
        private final double least;

        Kind(double rejected, double least) {
            this.rejected = rejected;
            this.least = least;
        }

        /** Share of rejections under which there is never an alarm. */
        double least() {
            return least;
        }

        /** Share of rejections that is believed to be usual before any verdict is counted. */
        double usual() {
            return rejected;
        }
    }
}
