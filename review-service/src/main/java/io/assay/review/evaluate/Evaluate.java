package io.assay.review.evaluate;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Entry of {@code ./assay evaluate DIR}. */
public final class Evaluate {
    private static final String USAGE =
            """
            usage: ./assay evaluate DIR

            DIR holds labels.csv (item,worker,label) and truth.csv (item,truth), and may hold
            qualification.csv and qualification_truth.csv (likewise); each may be gzipped (.csv.gz).
            A row whose column "repeat" is 1 is left out.
            """;

    private Evaluate() {}

    /** Ends with 0, or with 2 if there is nothing to evaluate. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            out.print(USAGE);
            return arguments.length == 1 ? 0 : 2;
        }
        Path directory = Path.of(arguments[0]);
        if (!Files.isDirectory(directory)) {
            out.println(directory + ": no such directory");
            return 2;
        }
        // boxes.csv is a recording of boxes, which has an evaluation of its own: it goes here
        Optional<Recording> recording = Recording.read(directory, "labels", "truth");
        if (recording.isEmpty()) {
            out.println(directory + ": no labels.csv or labels.csv.gz");
            return 2;
        }
        evaluate(out, directory, recording.get());
        return 0;
    }

    private static void evaluate(PrintStream out, Path directory, Recording recording) {
        out.println(directory.getFileName() + ": " + recording.summary());
        MethodTable.print(out, recording);
        StoppingTable.print(out, recording, Replay.ORDERS);
        Recording.read(directory, "qualification", "qualification_truth")
                .ifPresent(test -> QualificationTable.print(out, recording, test, Replay.ORDERS));
    }
}
