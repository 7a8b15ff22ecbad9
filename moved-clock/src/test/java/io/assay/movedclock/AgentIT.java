package io.assay.movedclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The agent in a JVM of its own. */
class AgentIT {

    private static final Duration MOVED = Duration.ofDays(500);

    /** Every way to ask for the time, a line each. */
    static final class Asks {

        private Asks() {}

        public static void main(String[] args) {
            java.util.function.LongSupplier millis = System::currentTimeMillis;
            System.out.println(Instant.now());
            System.out.println(Instant.ofEpochMilli(System.currentTimeMillis()));
            System.out.println(Instant.ofEpochMilli(millis.getAsLong()));
            System.out.println(new java.util.Date().toInstant());
            System.out.println(java.util.Calendar.getInstance().toInstant());
            System.out.println(java.time.ZonedDateTime.now().toInstant());
            System.out.println(java.time.Clock.systemUTC().instant());
        }
    }

    @Test
    void movesWhateverAsksForTheTime() throws Exception {
        // by processes that are not moved, as this one is in tests of another day
        Instant before = asked(List.of()).getFirst();

        List<Instant> moved = asked(List.of("-javaagent:" + agent() + "=" + MOVED.toSeconds()));

        Instant after = asked(List.of()).getLast();
        assertThat(moved)
                .hasSize(7)
                .allSatisfy(
                        time ->
                                assertThat(time)
                                        .isBetween(
                                                before.plus(MOVED).minusSeconds(1),
                                                after.plus(MOVED).plusSeconds(1)));
    }

    private static List<Instant> asked(List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", "target/test-classes", Asks.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // or the day of the tests, which is handed to all processes, would be theirs
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.lines().map(Instant::parse).toList();
    }

    private static Path agent() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith(".jar")).findAny().orElseThrow();
        }
    }
}
