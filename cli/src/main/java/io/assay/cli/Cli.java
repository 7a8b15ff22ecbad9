package io.assay.cli;

import io.assay.cli.deadletters.DeadLetterCommand;
import io.assay.cli.exporting.ExportCommand;
import io.assay.cli.importing.ImportCommand;
import io.assay.cli.replay.ReplayCommand;
import io.assay.cli.terminal.Commands;
import java.io.PrintStream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of a running platform. */
@Command(
        name = "assay",
        description = "Works with a running Assay from a shell.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Each command ends with 0 if all is well, 1 if not, 2 if it could not be tried.",
            "Completion in bash and zsh: source <(assay generate-completion)"
        })
public final class Cli {

    private Cli() {}

    public static void main(String[] arguments) {
        System.exit(line(Commands.standardOutput()).execute(arguments));
    }

    static CommandLine line(PrintStream out) {
        return Commands.line(
                out,
                new Cli(),
                new ImportCommand(out),
                new ExportCommand(out),
                new EvaluateCommand(out),
                new ReplayCommand(out),
                new DeadLetterCommand(out),
                new GenerateCompletion());
    }
}
