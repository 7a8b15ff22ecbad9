package io.assay.task.importing;

import io.assay.events.Answer;
import io.assay.events.Tool;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cells of one row, each as what its column holds. */
final class CsvCells {

    private static final String SEPARATOR = "\\|";

    private final Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);

    private CsvCells() {}

    /** An empty cell says nothing, as an absent field does. */
    static ImportRow row(List<CsvColumn> columns, List<String> values, Tool tool) throws BadRow {
        if (values.size() != columns.size()) {
            throw new BadRow(
                    null, "cells: " + values.size() + " (expected: " + columns.size() + ")");
        }
        CsvCells row = new CsvCells();
        for (int i = 0; i < values.size(); i++) {
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
            return cell == null ? null : Integer.valueOf(cell.strip());
        } catch (NumberFormatException e) {
            throw BadRow.unexpected(column.columnName(), cell, "a whole number");
        }
    }

    private @Nullable Double number(CsvColumn column) throws BadRow {
        String cell = cells.get(column);
        try {
            return cell == null ? null : Double.valueOf(cell.strip());
        } catch (NumberFormatException e) {
            throw BadRow.unexpected(column.columnName(), cell, "a number");
        }
    }

    private @Nullable Boolean yesOrNo(CsvColumn column) throws BadRow {
        String cell = cells.get(column);
        return switch (cell) {
            case null -> null;
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
            return new Answer.Tags(new TreeSet<>(List.of(cell.split(SEPARATOR))));
        }
        throw BadRow.unexpected(column.columnName(), cell, "an answer in JSON");
    }
}
