package io.assay.task.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    private final String columnName;

    CsvColumn(String columnName) {
        this.columnName = columnName;
    }

    String columnName() {
        return columnName;
    }

    /**
     * The columns of a header.
     *
     * @throws UnreadableFile if one is unknown or doubled, or the external id is missing
     */
    static List<CsvColumn> of(List<String> header) throws UnreadableFile {
        List<CsvColumn> columns = new ArrayList<>();
        Set<CsvColumn> seen = new HashSet<>();
        for (String name : header) {
            CsvColumn column = BY_NAME.get(name.strip());
            if (column == null || !seen.add(column)) {
                throw new UnreadableFile(
                        "column: %s (expected: each at most once of %s)"
                                .formatted(BadRow.brief(name), names()));
            }
            columns.add(column);
        }
        if (!seen.contains(EXTERNAL_ID)) {
            throw new UnreadableFile("header: no column externalId");
        }
        return columns;
    }

    private static String names() {
        return Arrays.stream(values()).map(CsvColumn::columnName).collect(Collectors.joining(", "));
    }
}
