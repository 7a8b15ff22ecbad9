package io.assay.task.importing;

import io.assay.events.Answer;
import io.assay.events.Tool;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row, each as what its column holds. */
final class CsvCells {

    private static final String SEPARATOR = "\\|";
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,2})?");

    private final Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);

    private CsvCells() {}

    /** An empty cell is an absent field. */
    static ImportRow row(List<CsvColumn> columns, List<String> values, Tool tool) throws BadRow {
        boolean tooMany = values.stream().skip(columns.size()).anyMatch(value -> !value.isBlank());
        if (values.size() < columns.size() || tooMany) {
            throw new BadRow(
                    null, "cells: " + values.size() + " (expected: " + columns.size() + ")");
        }
        CsvCells row = new CsvCells();
        for (int i = 0; i < columns.size(); i++) {
            if (!values.get(i).isEmpty()) {
                row.cells.put(columns.get(i), values.get(i));
            }
        }
        return row.toRow(tool);
    }

    private ImportRow toRow(Tool tool) throws BadRow {
        return new ImportRow(
                cells.get(CsvColumn.EXTERNAL_ID),
                cells.get(CsvColumn.PICTURE),
                cells.get(CsvColumn.URL),
                whole(CsvColumn.WIDTH),
                whole(CsvColumn.HEIGHT),
                number(CsvColumn.COMPLEXITY),
                whole(CsvColumn.PRIORITY),
                whole(CsvColumn.MIN_TIER),
                answer(CsvColumn.GOLD, tool),
                yesOrNo(CsvColumn.TRAINING),
                answer(CsvColumn.PRE_LABEL, tool),
                list(CsvColumn.WORKERS));
    }

    private @Nullable Integer whole(CsvColumn column) throws BadRow {
        String cell = cells.get(column);
        try {
            // some programs write whole numbers as 160.0
            return cell == null ? null : Integer.valueOf(decimal(cell).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw BadRow.unexpected(column.columnName(), cell, "a whole number");
        }
    }

    private static BigDecimal decimal(String cell) {
        String number = cell.strip();
        if (!NUMBER.matcher(number).matches()) {
            throw new NumberFormatException(number);
        }
        return new BigDecimal(number);
    }

    private @Nullable Double number(CsvColumn column) throws BadRow {
        String cell = cells.get(column);
        try {
            return cell == null ? null : Double.valueOf(decimal(cell).doubleValue());
        } catch (NumberFormatException e) {
            throw BadRow.unexpected(column.columnName(), cell, "a number");
        }
    }

    private @Nullable Boolean yesOrNo(CsvColumn column) throws BadRow {
        String cell = cells.get(column);
        if (cell == null) {
            return null;
        }
        // some programs write truths in capitals
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw BadRow.unexpected(column.columnName(), cell, "true or false");
        };
    }

    private @Nullable List<@Nullable String> list(CsvColumn column) {
        String cell = cells.get(column);
        return cell == null ? null : Arrays.asList(cell.split(SEPARATOR));
    }

    /** An answer in JSON, or short: a class id, or several with a bar between. */
    private @Nullable Answer answer(CsvColumn column, Tool tool) throws BadRow {
        String cell = cells.get(column);
        if (cell == null) {
            return null;
        }
        if (cell.startsWith("{")) {
            return ImportRowJson.answer(column.columnName(), cell);
        }
        if (tool == Tool.CATEGORY) {
            return new Answer.Category(cell);
        }
        if (tool == Tool.TAGS) {
            return new Answer.Tags(new TreeSet<>(List.of(cell.split(SEPARATOR, -1))));
        }
        throw BadRow.unexpected(column.columnName(), cell, "an answer in JSON");
    }
}
