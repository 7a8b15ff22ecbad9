package io.assay.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the stack's JVMs are started: the same for the training of an AOT cache and for the run, as a
 * cache serves only the options that it was made with.
 */
final class Jvm {

    /** Compiled fast rather than well, collected by one thread, small: it is a desk. */
    static final List<String> OPTIONS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xss512k");

    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command of one of this module's own main classes. */
    static List<String> engine(
            Path home, Class<?> main, List<String> options, List<String> arguments) {
        Path target = home.resolve("deploy/local/target");
        if (Files.notExists(target.resolve("assay-local.jar"))) {
            throw new StackFailure(target + ": not built (run ./assay build)");
        }
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow"); // Kafka's way to unmap its files
        command.add("-Dlogback.configurationFile=assay-engine-logback.xml");
        command.addAll(
                List.of(
                        "-cp",
                        target.resolve("assay-local.jar") + ":" + target.resolve("lib") + "/*"));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }
}
