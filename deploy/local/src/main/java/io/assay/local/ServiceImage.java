package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * A service unpacked from its fat jar, with an AOT cache from a training start, which more than
 * halves the time to come up. The training ends when the application context is complete and before
 * anything is started, so it needs neither broker nor store.
 */
final class ServiceImage {

    private static final String CACHE = "app.aot";
    private static final String STAMP = "image.properties";

    /** A service's heap on a desk. */
    private static final String HEAP = "-Xmx224m";

    private final String name;
    private final Path jar;
    private final Path directory;

    ServiceImage(Path home, String name) {
        this.name = name;
        this.jar = home.resolve(name).resolve("target").resolve(name + ".jar");
        this.directory = home.resolve(name).resolve("target").resolve("local");
    }

    String name() {
        return name;
    }

    Path directory() {
        return directory;
    }

    /** Whether the fat jar is the one that the image was made of. */
    boolean isCurrent() {
        return JarStamp.isOf(directory.resolve(STAMP), jar());
    }

    private Path jar() {
        if (Files.notExists(jar)) {
            throw new StackFailure(jar + ": not built (run ./assay build)");
        }
        return jar;
    }

    /** Unpacks and trains, unless the image is current; the log has the training's output. */
    void prepare(Path log) throws InterruptedException {
        if (isCurrent()) {
            return;
        }
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Trees.delete(directory);
            run(
                    log,
                    List.of(
                            Jvm.java(),
                            "-Djarmode=tools",
                            "-jar",
                            jar().toString(),
                            "extract",
                            "--destination",
                            directory.toString()),
                    directory.resolveSibling(""));
            run(
                    log,
                    command(
                            List.of(
                                    "-XX:AOTCacheOutput=" + CACHE,
                                    "-Dspring.context.exit=onRefresh",
                                    "-Dassay.pictures.signing-secret=only-used-in-training"),
                            List.of()),
                    directory);
            JarStamp.write(directory.resolve(STAMP), jar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Path log, List<String> command, Path where)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(where.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(Map.of("SERVER_PORT", "0", "MANAGEMENT_SERVER_PORT", ""));
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new StackFailure(
                    "%s: preparing it failed (exit code %d); its log: %s%s"
                            .formatted(name, exit, log, Logs.indented(Logs.tail(log, 15))));
        }
    }

    /** The command that runs the service, with further options that win over the usual ones. */
    List<String> command(List<String> options) {
        return command(
                Files.exists(directory.resolve(CACHE))
                        ? List.of("-XX:AOTCache=" + CACHE)
                        : List.of(),
                options);
    }

    private List<String> command(List<String> cache, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.java());
        command.addAll(Jvm.OPTIONS);
        command.add(HEAP);
        command.addAll(cache);
        if (hasSpringAot()) {
            command.add("-Dspring.aot.enabled=true");
        }
        command.addAll(options);
        command.addAll(List.of("-jar", name + ".jar"));
        return command;
    }

    /** Whether the build decided on the beans already (Maven profile {@code aot}). */
    private boolean hasSpringAot() {
        try (JarFile file = new JarFile(jar().toFile())) {
            return file.stream()
                    .anyMatch(
                            entry ->
                                    entry.getName()
                                            .endsWith("__ApplicationContextInitializer.class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
