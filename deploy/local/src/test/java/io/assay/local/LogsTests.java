package io.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTests {

    @TempDir Path directory;

    @Test
    void readsTheLastLinesOnly() throws Exception {
        Path log = Files.writeString(directory.resolve("a.log"), "x\n".repeat(300_000) + "y\nz\n");

        assertThat(Logs.tail(log, 3)).containsExactly("x", "y", "z");
    }

    @Test
    void saysNothingOfAMissingLog() {
        assertThat(Logs.tail(directory.resolve("none.log"), 3)).isEmpty();
    }

    @Test
    void makesStructuredLinesReadable() {
        String line =
                """
                {"log":{"level":"ERROR"},"message":"no luck","error":{"message":"refused","stack_trace":"a\\nb"}}""";

        assertThat(Logs.readable(line)).isEqualTo("ERROR no luck — refused");
        assertThat(Logs.readable("{broken")).isEqualTo("{broken");
        assertThat(Logs.readable("y".repeat(1000))).hasSize(240).endsWith("…");
    }
}
