package io.assay.load;

import io.assay.load.bench.BenchCommand;
import io.assay.load.chaos.ChaosCommand;
import io.assay.load.demo.DemoCommand;
import io.assay.load.importproof.ImportProofCommand;
import io.assay.load.instances.InstancesCommand;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Entry of the commands of {@code ./assay} that put load on a stack. */
public final class Main {

    private static final String USAGE =
            "usage: demo | chaos | instances | import-proof | bench | replay,"
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
                    case "instances" -> InstancesCommand.run(out, rest);
                    case "import-proof" -> ImportProofCommand.run(out, rest);
                    case "bench" -> BenchCommand.run(out, rest);
                    case "replay" -> LocalReplay.run(out, rest);
                    default -> {
                        out.println(USAGE);
                        yield 2;
                    }
                };
        System.exit(exit);
    }
}
