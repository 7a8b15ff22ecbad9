package io.assay.load.crowd;

import io.assay.load.crowd.WorkerProfile.OtherActs;
import io.assay.load.crowd.WorkerProfile.Style;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Who is in a crowd: mostly honest people from beginner to expert, a few who are not. */
public final class CrowdProfiles {

    private static final OtherActs ORDINARY = new OtherActs(0.005, 0.02, 0.01, 0.003);
    private static final OtherActs HASTY = new OtherActs(0.02, 0.01, 0.01, 0.02);

    private CrowdProfiles() {}

    /**
     * So many people; of every twelve, one answers without looking and one is hasty.
     *
     * @param think mean time that most spend on a picture
     */
    public static List<WorkerProfile> of(int size, Duration think, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, size).mapToObj(i -> member(i, think, random)).toList();
    }

    private static WorkerProfile member(int number, Duration think, Random random) {
        return switch (number % 12) {
            case 3 -> new WorkerProfile(0.6, Style.HONEST, HASTY, think.dividedBy(2));
            case 7 ->
                    number % 24 < 12
                            ? new WorkerProfile(
                                    0, Style.SPAMMER, OtherActs.NONE, think.dividedBy(5))
                            : new WorkerProfile(
                                    0, Style.ONE_CLASS, OtherActs.NONE, think.dividedBy(5));
            case 1, 9 -> honest(random.nextDouble(0.55, 0.80), think.multipliedBy(2));
            case 4, 10 -> honest(random.nextDouble(0.80, 0.90), think);
            default -> honest(random.nextDouble(0.90, 0.98), think);
        };
    }

    private static WorkerProfile honest(double accuracy, Duration think) {
        return new WorkerProfile(accuracy, Style.HONEST, ORDINARY, think);
    }
}
