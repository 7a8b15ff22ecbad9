package io.assay.cli;

import io.assay.evaluation.Evaluate;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay evaluate}. */
@Command(
        name = "evaluate",
        description = "Compares every method of inference on a recorded crowd, without a platform.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "DIR holds labels.csv (item,worker,label) and truth.csv (item,truth; not every item"
                    + " needs one),",
            "and may hold qualification.csv and qualification_truth.csv (likewise); each may be"
                    + " gzipped",
            "(.csv.gz) and have further columns. Of several labels by one worker for one item the"
                    + " first",
            "counts; a row whose column \"repeat\" is 1 is left out.",
            "Or it holds boxes: answers.csv.gz and boxes.csv.gz.",
            "Or it holds texts: readings.csv (item,worker,text; empty if nobody could read it) and"
                    + " truth.csv",
            "(item,truth)."
        })
final class EvaluateCommand implements Callable<Integer> {

    private final PrintStream out;

    @Parameters(paramLabel = "DIR", description = "what was recorded")
    private Path directory;

    EvaluateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return Evaluate.run(out, directory);
    }
}
