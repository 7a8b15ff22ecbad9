package io.assay.load.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A part of the table.
 *
 * @param rows cells that are texts or numbers, as many as there are columns
 */
record ResultTable(String title, List<String> columns, List<List<Object>> rows) {

    private static final int SMALL = 100;

    ResultTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** As people read it. */
    String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        rows.forEach(row -> lines.add(row.stream().map(ResultTable::shown).toList()));
        int[] widths =
                IntStream.range(0, columns.size())
                        .map(
                                i ->
                                        lines.stream()
                                                .mapToInt(line -> line.get(i).length())
                                                .max()
                                                .orElse(0))
                        .toArray();
        return lines.stream()
                .map(line -> line(line, widths))
                .collect(
                        Collectors.joining(
                                "\n", title + "\n" + "─".repeat(title.length()) + "\n", ""));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - cells.get(i).length());
            // names to the left, figures to the right
            line.append(i == 0 ? cells.get(i) + gap : "  " + gap + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static String shown(Object cell) {
        if (!(cell instanceof Number number)) {
            return cell.toString();
        }
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            return "–";
        }
        boolean whole = number instanceof Integer || number instanceof Long || value >= SMALL;
        return String.format(Locale.ROOT, whole ? "%,.0f" : value < 1 ? "%.2f" : "%.1f", value);
    }
}
