package io.assay.local;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The commands of {@code ./assay} that need more than a shell. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Console console = Console.standard();
        try {
            int status = run(Arrays.asList(arguments), console);
            if (status != 0) {
                System.exit(status);
            }
        } catch (UsageError e) {
            console.line(console.bad(String.valueOf(e.getMessage())));
            System.exit(2);
        } catch (StackFailure e) {
            console.line(console.bad(String.valueOf(e.getMessage())));
            System.exit(1);
        }
    }

    private static int run(List<String> arguments, Console console) {
        if (arguments.isEmpty()) {
            throw new UsageError("command: missing (expected: prepare, up, down, status)");
        }
        List<String> rest = arguments.subList(1, arguments.size());
        StackConfig config = StackConfig.standard(Home.find());
        return switch (arguments.getFirst()) {
            case "prepare" -> {
                Arguments.parse(rest, Set.of(), Set.of());
                Images.prepare(config, new ConsoleProgress(console));
                yield 0;
            }
            case "up" -> new UpCommand(config, console).run(rest);
            case "down" -> new DownCommand(config.work(), console).run(rest);
            case "status" -> new StatusCommand(config.work(), console).run(rest);
            default ->
                    throw new UsageError(
                            "command: %s (expected: prepare, up, down, status)"
                                    .formatted(arguments.getFirst()));
        };
    }
}
