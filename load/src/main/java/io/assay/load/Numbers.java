package io.assay.load;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Whole numbers of a command line. */
public final class Numbers {

    public static final int MAX = 99_999_999;

    private Numbers() {}

    /** One that a person can type again. */
    public static int seed() {
        return new Random().nextInt(1_000_000);
    }

    /**
     * What was given, else what is usual.
     *
     * @throws ParameterException if it is not in the range
     */
    public static int of(
            CommandSpec spec, String option, @Nullable Integer given, int usual, int min, int max) {
        int number = given == null ? usual : given;
        if (number < min || number > max) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s: %d (expected: %d to %d)".formatted(option, number, min, max));
        }
        return number;
    }
}
