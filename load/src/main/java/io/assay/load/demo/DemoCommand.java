package io.assay.load.demo;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.RunningStack;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import io.assay.load.pictures.NpmPictures;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** {@code ./assay demo}: what it takes from outside, and how it ends. */
public final class DemoCommand {

    private static final String USAGE =
            """
            usage: demo [--pictures npm|drawn]
              npm    photographs and emoji of pinned npm packages (27 MB at the first run)
              drawn  pictures drawn here, for a machine without npm or network
            Needs a stack that is up: as ./assay up left it, or ASSAY_URL and ASSAY_OPS_PASSWORD.\
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CLASSES =
            List.of("animal", "food", "object", "place", "plant", "vehicle");
    private static final int DRAWN = 300;

    private DemoCommand() {}

    /** The exit code: 0 if everything adds up, 1 if not, 2 if it could not be tried. */
    public static int run(PrintStream out, List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        boolean drawn = arguments.equals(List.of("--pictures", "drawn"));
        if (!drawn && !arguments.isEmpty() && !arguments.equals(List.of("--pictures", "npm"))) {
            out.println(USAGE);
            return 2;
        }
        Path home = Path.of(System.getProperty("assay.home", ".")).toAbsolutePath().normalize();
        try {
            List<Picture> pictures = pictures(out, home, drawn);
            RunningStack stack = RunningStack.find(System.getenv(), home.resolve(".assay"));
            try (Http http = new Http(stack.gateway(), PATIENCE)) {
                Demo demo =
                        new Demo(
                                out,
                                new Accounts(http),
                                stack.opsPassword(),
                                Demo.Options.STANDARD);
                return demo.run(pictures) ? 0 : 1;
            }
        } catch (IOException | Http.Unreachable e) {
            out.println("✘ " + e.getMessage());
            return 2;
        } catch (TimeoutException | ProblemException e) {
            out.println("✘ " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private static List<Picture> pictures(PrintStream out, Path home, boolean drawn)
            throws IOException {
        if (drawn) {
            return DrawnPictures.draw(DRAWN, CLASSES, 1);
        }
        List<Picture> pictures = NpmPictures.load(home.resolve("load/target/pictures"));
        out.println("✔ %,d pictures of npm packages".formatted(pictures.size()));
        return pictures;
    }
}
