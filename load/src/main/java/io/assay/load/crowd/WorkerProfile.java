package io.assay.load.crowd;

import io.assay.events.FlagReason;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a simulated worker works.
 *
 * @param accuracy share of pictures seen right, 0 to 1
 * @param style what is answered
 * @param quirks share of pictures that are flagged, skipped, given back or abandoned, 0 to 1
 * @param think mean time spent on a picture
 */
record WorkerProfile(double accuracy, Style style, OtherActs quirks, Duration think) {

    /** What somebody answers. */
    enum Style {
        /** what is seen, right or wrong */
        HONEST,
        /** anything, without a look */
        SPAMMER,
        /** always the same */
        ONE_CLASS
    }

    /** Shares of pictures, 0 to 1 each, that are not answered at once. */
    record OtherActs(double flag, double skip, double release, double abandon) {

        public static final OtherActs NONE = new OtherActs(0, 0, 0, 0);
    }

    /** What this worker does with a picture that shows {@code truth}. */
    Action decide(String truth, List<String> classIds, RandomGenerator random) {
        double mood = random.nextDouble();
        double flag = quirks.flag();
        double skip = flag + quirks.skip();
        double release = skip + quirks.release();
        double abandon = release + quirks.abandon();
        if (mood < flag) {
            return new Action.Flag(FlagReason.UNCLEAR);
        } else if (mood < skip) {
            return new Action.Skip();
        } else if (mood < release) {
            return new Action.Release();
        } else if (mood < abandon) {
            return new Action.Abandon();
        }
        return new Action.Label(answer(truth, classIds, random));
    }

    /** Between a half and one and a half of the mean. */
    Duration thinkTime(RandomGenerator random) {
        return Duration.ofNanos((long) (think.toNanos() * (0.5 + random.nextDouble())));
    }

    private String answer(String truth, List<String> classIds, RandomGenerator random) {
        return switch (style) {
            case HONEST ->
                    random.nextDouble() < accuracy ? truth : otherThan(truth, classIds, random);
            case SPAMMER -> classIds.get(random.nextInt(classIds.size()));
            case ONE_CLASS -> classIds.getFirst();
        };
    }

    private static String otherThan(String truth, List<String> classIds, RandomGenerator random) {
        List<String> others = classIds.stream().filter(id -> !id.equals(truth)).toList();
        return others.isEmpty() ? truth : others.get(random.nextInt(others.size()));
    }
}
