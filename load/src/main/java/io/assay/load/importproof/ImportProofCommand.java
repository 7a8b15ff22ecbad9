package io.assay.load.importproof;

import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Table;
import io.assay.load.chaos.LocalBattlefield;
import io.assay.local.Component;
import io.assay.local.Home;
import io.assay.local.LocalStack;
import io.assay.local.Progress;
import io.assay.local.StackConfig;
import io.assay.local.StackFailure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** {@code ./assay import-proof}: what it takes from outside, and how it ends. */
public final class ImportProofCommand {

    private static final String USAGE =
            """
            usage: import-proof [--rows 1000000] [--no-kills] [--documents-heap 8g]
              Starts a stack of its own with 512 MB of heap for each service, imports so many rows,
              kills task-service in the middle and then the broker, sends everything again, and counts.
              --no-kills         imports undisturbed, for the rate
              --documents-heap   of the imitation of the document store, which keeps all in memory\
            """;

    private static final List<Component> SERVICES =
            List.of(
                    Component.TASK,
                    Component.ASSIGNMENT,
                    Component.REVIEW,
                    Component.PAYMENT,
                    Component.GATEWAY);

    private ImportProofCommand() {}

    /** The exit code: 0 if every figure is right, 1 if not, 2 if it could not be tried. */
    public static int run(PrintStream out, List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        int rows = 1_000_000;
        boolean kills = true;
        String heap = "8g";
        for (int i = 0; i < arguments.size(); i++) {
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (arguments.get(i).equals("--rows") && next.matches("\\d{2,8}")) {
                rows = Integer.parseInt(next);
                i++;
            } else if (arguments.get(i).equals("--documents-heap") && next.matches("\\d+[mg]")) {
                heap = next;
                i++;
            } else if (arguments.get(i).equals("--no-kills")) {
                kills = false;
            } else {
                out.println(USAGE);
                return 2;
            }
        }
        return run(out, rows, kills, heap);
    }

    private static int run(PrintStream out, int rows, boolean kills, String heap) {
        Path home = Home.find();
        Path work = home.resolve("load/target/import-proof");
        try (LocalStack stack = LocalStack.start(config(home, work, heap), Progress.SILENT);
                LocalBattlefield field = new LocalBattlefield(stack)) {
            Runtime.getRuntime().addShutdownHook(new Thread(field::close, "proof-shutdown"));
            out.println("✔ a stack of its own is up");
            List<Check> checks = new ImportProof(out, field, stack).run(rows, kills);
            out.println();
            out.println(Table.of("Import of %,d rows".formatted(rows), checks));
            return Table.allHold(checks) ? 0 : 1;
        } catch (StackFailure | IOException e) {
            out.println("✘ " + e.getMessage());
            return 2;
        } catch (TimeoutException | ProblemException | Http.Unreachable e) {
            out.println("✘ " + e.getMessage());
            return 1;
        }
    }

    /** Compiled well, as this is to show how fast it is, too. */
    private static StackConfig config(Path home, Path work, String heap) {
        String optimising = "-XX:TieredStopAtLevel=4";
        StackConfig config = StackConfig.isolated(home, work);
        for (Component service : SERVICES) {
            config = config.withJvmOptions(service, List.of(optimising, "-Xmx512m"));
        }
        return config.withJvmOptions(Component.KAFKA, List.of(optimising, "-Xmx512m"))
                .withJvmOptions(
                        Component.DOCUMENTS,
                        List.of(
                                optimising,
                                "-Xmx" + heap,
                                "-XX:-UseSerialGC",
                                "-XX:+UseParallelGC"));
    }
}
