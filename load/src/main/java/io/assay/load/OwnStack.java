package io.assay.load;

import io.assay.local.Home;
import io.assay.local.LocalStack;
import io.assay.local.Progress;
import io.assay.local.StackConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A stack that one command has for itself. */
public final class OwnStack {

    private OwnStack() {}

    /** What a command may write below the checkout. */
    public static Path directory(String command) {
        return Home.find().resolve("load/target").resolve(command);
    }

    /** Starts it; it stops with this process if it is not closed before. */
    public static LocalStack start(
            PrintStream out, String command, UnaryOperator<StackConfig> changes) {
        StackConfig config = StackConfig.isolated(Home.find(), directory(command));
        LocalStack stack = LocalStack.start(changes.apply(config), Progress.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, command + "-shutdown"));
        out.println("✔ a stack of its own is up");
        return stack;
    }
}
