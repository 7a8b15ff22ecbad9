package io.assay.system;

import io.assay.system.bench.BenchCommand;
import io.assay.system.chaos.ChaosCommand;
import io.assay.system.deadletters.DeadLetterCommand;
import io.assay.system.demo.DemoCommand;
import io.assay.system.exporting.ExportCommand;
import io.assay.system.importing.ImportCommand;
import io.assay.system.importing.ImportProofCommand;
import io.assay.system.instances.InstancesCommand;
import io.assay.system.replay.ReplayCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Entry of the commands of {@code ./assay} that run against a stack. */
public final class Main {

    private static final String USAGE =
            "usage: demo | chaos | dlt | instances | import | import-proof | export | bench | replay,"
                    + " then options; --help tells them";

    private Main() {}

    /** Ends with 0 if everything adds up, 1 if not, 2 if it could not be tried. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> rest =
                Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        int exit =
                switch (arguments.length == 0 ? "" : arguments[0]) {
                    case "demo" -> DemoCommand.run(out, rest);
                    case "chaos" -> ChaosCommand.run(out, rest);
                    case "dlt" -> DeadLetterCommand.run(out, rest);
                    case "export" -> ExportCommand.run(out, rest);
                    case "instances" -> InstancesCommand.run(out, rest);
                    case "import" -> ImportCommand.run(out, rest);
                    case "import-proof" -> ImportProofCommand.run(out, rest);
                    case "bench" -> BenchCommand.run(out, rest);
                    case "replay" -> ReplayCommand.run(out, rest);
                    default -> {
                        out.println(USAGE);
                        yield 2;
                    }
                };
        System.exit(exit);
    }
}
