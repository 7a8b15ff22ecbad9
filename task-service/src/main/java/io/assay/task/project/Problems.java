package io.assay.task.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects broken rules. A pointer may carry what was measured in parentheses after it. */
final class Problems {

    /** Nobody reads more, and a hostile request must not be answered by megabytes. */
    private static final int MAX_PROBLEMS = 100;

    private static final int MAX_SHOWN = 80;

    private final List<FieldProblem> found = new ArrayList<>();

    List<FieldProblem> found() {
        return List.copyOf(found);
    }

    void add(String pointer, @Nullable Object value, String expected) {
        if (found.size() < MAX_PROBLEMS) {
            String measured = pointer.substring(pointer.lastIndexOf('/') + 1);
            found.add(
                    new FieldProblem(
                            pointer.split(" ", 2)[0],
                            measured + ": " + brief(value) + " (expected: " + expected + ")"));
        }
    }

    void present(String pointer, @Nullable Object value) {
        if (value == null) {
            add(pointer, null, "present");
        }
    }

    void range(String pointer, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            add(pointer, value, least + " to " + most);
        }
    }

    void range(String pointer, long value, long least, long most) {
        if (value < least || value > most) {
            add(pointer, value, least + " to " + most);
        }
    }

    void length(String pointer, @Nullable String value, int least, int most) {
        if (value == null || value.isBlank()) {
            add(pointer, value, "not blank");
        } else {
            range(pointer + " (characters)", value.length(), least, most);
        }
    }

    void matches(String pointer, @Nullable String value, Pattern pattern) {
        if (value == null || !pattern.matcher(value).matches()) {
            add(pointer, value, pattern.pattern());
        }
    }

    private static String brief(@Nullable Object value) {
        String shown = String.valueOf(value);
        return shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN) + "…";
    }
}
