package io.assay.cli;

import io.assay.cli.deadletters.DeadLetterCommand;
import io.assay.cli.exporting.ExportCommand;
import io.assay.cli.importing.ImportCommand;
import io.assay.cli.replay.ReplayCommand;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Entry of the commands that use a running platform. */
public final class Main {

    private Main() {}

    /** Ends with 0 if all went well, 1 if not, 2 if it could not be tried. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> rest =
                Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        int exit =
                switch (arguments.length == 0 ? "" : arguments[0]) {
                    case "dlt" -> DeadLetterCommand.run(out, rest);
                    case "export" -> ExportCommand.run(out, rest);
                    case "import" -> ImportCommand.run(out, rest);
                    case "replay" -> ReplayCommand.run(out, rest);
                    default -> {
                        out.println("usage: dlt | export | import | replay, then options");
                        yield 2;
                    }
                };
        System.exit(exit);
    }
}
