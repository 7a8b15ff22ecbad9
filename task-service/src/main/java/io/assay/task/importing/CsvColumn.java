package io.assay.task.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a column of a CSV file may hold; named as the fields of {@link ImportRow}. */
enum CsvColumn {
    EXTERNAL_ID("externalId"),
    PICTURE("picture"),
    URL("url"),
    WIDTH("width"),
    HEIGHT("height"),
    COMPLEXITY("complexity"),
    PRIORITY("priority"),
    MIN_TIER("minTier"),
    GOLD("gold"),
    TRAINING("training"),
    PRE_LABEL("preLabel"),
    WORKERS("workers");

    private static final Map<String, CsvColumn> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toMap(CsvColumn::columnName, Function.identity()));

    private static final String EXPECTED = " (expected: each at most once of " + names() + ")";
    private static final Map<String, String> OTHER_SEPARATORS =
            Map.of(";", "semicolons", "\t", "tabs", "|", "bars");
    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    private final String columnName;

    CsvColumn(String columnName) {
        this.columnName = columnName;
    }

    String columnName() {
        return columnName;
    }

    /**
     * The columns of a header, without those behind the last that has a name.
     *
     * @throws UnreadableFile if one is unknown, doubled or without a name, or the external id is
     *     missing
     */
    static List<CsvColumn> of(List<String> header) throws UnreadableFile {
        List<String> names = named(header);
        refuseOtherTables(names);
        List<CsvColumn> columns = new ArrayList<>();
        for (String name : names) {
            String which = "column " + (columns.size() + 1) + ": ";
            CsvColumn column = BY_NAME.get(name);
            if (column == null) {
                String found = name.isEmpty() ? "no name" : BadRow.brief(name);
                throw new UnreadableFile(which + found + EXPECTED);
            }
            if (columns.contains(column)) {
                throw new UnreadableFile(which + name + " a second time" + EXPECTED);
            }
            columns.add(column);
        }
        if (!columns.contains(EXTERNAL_ID)) {
            throw new UnreadableFile("header: no column externalId" + EXPECTED);
        }
        return columns;
    }

    /** Names without the blanks and marks around them that nobody sees. */
    static List<String> named(List<String> header) {
        List<String> names = new ArrayList<>();
        header.forEach(name -> names.add(AROUND.matcher(name).replaceAll("")));
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return names;
    }

    private static void refuseOtherTables(List<String> names) throws UnreadableFile {
        String first = names.isEmpty() ? "" : names.getFirst();
        if (first.toLowerCase(Locale.ROOT).startsWith("sep=")) {
            throw new UnreadableFile(
                    "line 1: " + BadRow.brief(first) + " (expected: the header, apart by commas)");
        }
        for (Map.Entry<String, String> other : OTHER_SEPARATORS.entrySet()) {
            if (names.size() == 1 && first.contains(other.getKey())) {
                throw new UnreadableFile(
                        "header: one column, %s, apart by %s (expected: commas)"
                                .formatted(BadRow.brief(first), other.getValue()));
            }
        }
        if (names.contains("answer") && names.contains("status")) {
            throw new UnreadableFile(
                    "header: that of an export of results (expected: as=gold or as=prelabel with"
                            + " it)");
        }
    }

    private static String names() {
        return Arrays.stream(values()).map(CsvColumn::columnName).collect(Collectors.joining(", "));
    }
}
