package io.assay.cli.terminal;

import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import picocli.CommandLine;

/** How all commands read their arguments, print, and end. */
public final class Commands {

    /** Something did not hold. */
    public static final int FAILED = 1;

    /** It could not be tried. */
    public static final int NOT_TRIED = 2;

    private static final int WIDTH = 100;

    private Commands() {}

    /** Standard output, in UTF-8 whatever the terminal says. */
    public static PrintStream standardOutput() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    public static CommandLine line(PrintStream out, Object command, Object... subcommands) {
        return line(out, _ -> OptionalInt.empty(), command, subcommands);
    }

    /**
     * @param codes exit codes of further exceptions, which win
     */
    public static CommandLine line(
            PrintStream out,
            Function<Exception, OptionalInt> codes,
            Object command,
            Object... subcommands) {
        CommandLine line = new CommandLine(command);
        for (Object subcommand : subcommands) {
            line.addSubcommand(subcommand);
        }
        line.getSubcommands().values().forEach(Commands::withVersion);
        withVersion(line);
        PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        return line.setOut(writer)
                .setErr(writer)
                .setUsageHelpWidth(WIDTH)
                .setOverwrittenOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (e, _, _) -> {
                            int code = codes.apply(e).orElseGet(() -> code(e));
                            if (code < 0) {
                                throw e;
                            }
                            out.println("✘ " + message(e));
                            return code;
                        });
    }

    private static void withVersion(CommandLine line) {
        String version = Commands.class.getPackage().getImplementationVersion();
        line.getCommandSpec()
                .version("assay " + Objects.requireNonNullElse(version, "(not packaged)"));
    }

    /** Negative for a bug, whose trace is shown. */
    private static int code(Exception e) {
        return switch (e) {
            case InterruptedException _ -> {
                Thread.currentThread().interrupt();
                yield NOT_TRIED;
            }
            case IOException _, Http.Unreachable _, IllegalArgumentException _ -> NOT_TRIED;
            case TimeoutException _, ProblemException _ -> FAILED;
            default -> -1;
        };
    }

    private static String message(Exception e) {
        return switch (e) {
            case InterruptedException _ -> "interrupted";
            case NoSuchFileException missing -> missing.getMessage() + ": no such file";
            default -> String.valueOf(e.getMessage());
        };
    }
}
