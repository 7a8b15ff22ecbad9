package io.assay.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Writes for people; in colour on a terminal only. */
final class Console {

    private final PrintStream out;
    private final boolean colours;

    Console(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** The script knows whether its output is a terminal; for Java that is hard to tell. */
    static Console standard() {
        boolean colours = Boolean.getBoolean("assay.colours");
        return new Console(new PrintStream(System.out, true, StandardCharsets.UTF_8), colours);
    }

    /** Lines as they are. */
    void part(String text) {
        out.print(text);
        out.flush();
    }

    void line(String text) {
        out.println(text);
    }

    String good(String text) {
        return coloured(text, 32);
    }

    String bad(String text) {
        return coloured(text, 31);
    }

    String strong(String text) {
        return coloured(text, 1);
    }

    String faint(String text) {
        return coloured(text, 2);
    }

    private String coloured(String text, int code) {
        return colours ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    static String seconds(Duration duration) {
        return seconds(duration.toMillis() / 1000.0);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", bytes >> 20);
    }

    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f GB", bytes / (double) (1L << 30));
    }

    static String age(Duration duration) {
        return duration.toHours() > 0
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : duration.toMinutes() > 0
                        ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                        : "%d s".formatted(duration.toSeconds());
    }
}
