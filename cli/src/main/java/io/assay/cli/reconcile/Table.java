package io.assay.cli.reconcile;

import java.util.List;
import java.util.stream.Collectors;

/** Checks as people read them. */
public final class Table {

    private Table() {}

    public static boolean allHold(List<Check> checks) {
        return checks.stream().allMatch(Check::holds);
    }

    /** One line per check: a mark, what, and the figures. */
    public static String of(String title, List<Check> checks) {
        int width = checks.stream().mapToInt(check -> check.what().length()).max().orElse(0);
        String rule = "─".repeat(Math.max(title.length(), width + 4));
        return checks.stream()
                .map(check -> line(check, width))
                .collect(Collectors.joining("\n", title + "\n" + rule + "\n", "\n" + rule));
    }

    private static String line(Check check, int width) {
        return "%s %s  %s"
                .formatted(
                        check.holds() ? "✔" : "✘",
                        check.what() + " ".repeat(width - check.what().length()),
                        check.figures());
    }
}
