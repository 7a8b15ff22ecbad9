package io.assay.load.crowd;

import io.assay.load.crowd.Temperament.Quirks;
import io.assay.load.crowd.Temperament.Style;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Who is in a crowd: mostly honest people from beginner to expert, a few who are not. */
public final class Cast {

    private static final Quirks ORDINARY = new Quirks(0.005, 0.02, 0.01, 0.003);
    private static final Quirks HASTY = new Quirks(0.02, 0.01, 0.01, 0.02);

    private Cast() {}

    /**
     * So many people; of every twelve, one answers without looking and one is hasty.
     *
     * @param think mean time that most spend on a picture
     */
    public static List<Temperament> of(int size, Duration think, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, size).mapToObj(i -> member(i, think, random)).toList();
    }

    private static Temperament member(int number, Duration think, Random random) {
        return switch (number % 12) {
            case 3 -> new Temperament(0.6, Style.HONEST, HASTY, think.dividedBy(2));
            case 7 ->
                    number % 24 < 12
                            ? new Temperament(0, Style.SPAMMER, Quirks.NONE, think.dividedBy(5))
                            : new Temperament(0, Style.ONE_CLASS, Quirks.NONE, think.dividedBy(5));
            case 1, 9 -> honest(random.nextDouble(0.55, 0.80), think.multipliedBy(2));
            case 4, 10 -> honest(random.nextDouble(0.80, 0.90), think);
            default -> honest(random.nextDouble(0.90, 0.98), think);
        };
    }

    private static Temperament honest(double accuracy, Duration think) {
        return new Temperament(accuracy, Style.HONEST, ORDINARY, think);
    }
}
