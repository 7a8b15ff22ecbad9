package io.assay.formats.data;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of formats that say a shape in other terms than ours, such as by two corners or by shares
 * of the picture: what is read from them is rounded to a millionth of a pixel (or of a degree), far
 * finer than anybody draws. So what is no finer than that comes back exactly as it was.
 */
public final class Micro {

    private static final double STEPS = 1e6;
    private static final int MAX_LENGTH = 64;

    private Micro() {}

    /** To the nearest millionth. */
    public static double round(double value) {
        return Math.rint(value * STEPS) / STEPS + 0.0; // no negative zero
    }

    /** Whether rounding leaves it as it is. */
    public static boolean isRound(double value) {
        return Double.compare(round(value), value) == 0;
    }

    /** Over -180 to 180. */
    public static double degrees(double any) {
        double turned = round(any) % 360;
        if (turned > 180) {
            return round(turned - 360);
        }
        return round(turned <= -180 ? turned + 360 : turned);
    }

    /** As a box has it. */
    public static @Nullable Double rotation(double any) {
        double degrees = degrees(any);
        return degrees == 0 ? null : degrees;
    }

    /** In as few digits as say exactly this number, without an exponent where that is short. */
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String shortest = Double.toString(value);
        if (shortest.indexOf('E') < 0) {
            return shortest;
        }
        String plain = new BigDecimal(shortest).toPlainString();
        return plain.length() <= 40 ? plain : shortest;
    }

    /** A finite decimal number. */
    public static double parse(String what, @Nullable String text) throws BadEntry {
        String number = text == null ? "" : text.strip();
        if (number.isEmpty() || number.length() > MAX_LENGTH || !isDecimal(number)) {
            throw BadEntry.unexpected(what, text, "a number");
        }
        try {
            return finite(what, Double.parseDouble(number));
        } catch (NumberFormatException e) {
            throw BadEntry.unexpected(what, text, "a number");
        }
    }

    public static double finite(String what, double number) throws BadEntry {
        if (!Double.isFinite(number)) {
            throw BadEntry.unexpected(what, number, "a finite number");
        }
        return number;
    }

    /** A number of pixels, 1 to 100,000. */
    public static int side(String what, @Nullable String text) throws BadEntry {
        double side = parse(what, text);
        if (side != Math.rint(side) || side < 1 || side > 100_000) {
            throw BadEntry.unexpected(what, text, "1 to 100000");
        }
        return (int) side;
    }

    private static boolean isDecimal(String text) {
        return text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
    }
}
