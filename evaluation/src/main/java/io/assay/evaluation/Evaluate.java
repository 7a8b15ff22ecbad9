package io.assay.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code ./assay evaluate DIR} does. */
public final class Evaluate {

    private Evaluate() {}

    /** Returns 0, or 2 if there is nothing to evaluate. */
    public static int run(PrintStream out, Path directory) {
        if (!Files.isDirectory(directory)) {
            out.println(directory + ": no such directory");
            return 2;
        }
        try {
            return evaluate(out, directory);
        } catch (Table.Unreadable e) {
            out.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            out.println(directory + ": cannot be read (" + e.getMessage() + ")");
            return 2;
        }
    }

    private static int evaluate(PrintStream out, Path directory) throws IOException {
        if (BoxEvaluation.isFor(directory)) {
            BoxEvaluation.print(directory, out);
            return 0;
        }
        Optional<Table> readings = Table.find(directory, "readings");
        if (readings.isPresent()) {
            return evaluateReadings(out, directory, readings.get());
        }
        Optional<Recording> recording = Recording.read(directory, "labels", "truth");
        if (recording.isEmpty()) {
            out.println(
                    directory
                            + ": neither labels.csv nor labels.csv.gz,"
                            + " nor answers.csv.gz and boxes.csv.gz, nor readings.csv");
            return 2;
        }
        out.println(directory.getFileName() + ": " + recording.get().summary());
        if (recording.get().known() == 0) {
            out.println("nothing to score: no item with labels has a truth (truth.csv)");
            return 2;
        }
        evaluate(out, directory, recording.get());
        return 0;
    }

    private static int evaluateReadings(PrintStream out, Path directory, Table readings) {
        Optional<ReadingEvaluation> evaluation =
                Table.find(directory, "truth")
                        .map(truth -> ReadingEvaluation.of(readings, truth))
                        .filter(found -> found.items() > 0);
        if (evaluation.isEmpty()) {
            out.println("nothing to score: no item with readings has a truth (truth.csv)");
            return 2;
        }
        out.print(directory.getFileName() + ": ");
        evaluation.get().print(out);
        return 0;
    }

    private static void evaluate(PrintStream out, Path directory, Recording recording) {
        MethodTable.print(out, recording);
        StoppingTable.print(out, recording, Replay.orders(recording.labels()));
        Recording.read(directory, "qualification", "qualification_truth")
                .ifPresent(test -> QualificationTable.print(out, recording, test));
    }
}
