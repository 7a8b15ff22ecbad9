package io.assay.load.bench;

import io.assay.cli.client.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, printed as it comes and again as a whole. */
final class Report {

    private final PrintStream out;
    private final List<ResultTable> sheets = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void said(String what) {
        out.println("✔ " + what);
    }

    void add(ResultTable sheet) {
        sheets.add(sheet);
        out.println();
        out.println(sheet.text());
        out.println();
    }

    /** Something did not go as it must, so that figures may mean nothing. */
    void fault(String what) {
        faults.add(what);
        out.println("✘ " + what);
    }

    boolean faultless() {
        return faults.isEmpty();
    }

    void print() {
        out.println();
        sheets.forEach(sheet -> out.println("\n" + sheet.text()));
        out.println();
        faults.forEach(fault -> out.println("✘ " + fault));
    }

    void write(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        sheets.forEach(
                sheet ->
                        all.put(
                                sheet.title(),
                                sheet.rows().stream().map(row -> byColumn(sheet, row)).toList()));
        all.put("faults", faults);
        Files.write(file, Json.bytes(all));
    }

    private static Map<String, Object> byColumn(ResultTable sheet, List<Object> row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            cells.put(sheet.columns().get(i), row.get(i));
        }
        return cells;
    }
}
