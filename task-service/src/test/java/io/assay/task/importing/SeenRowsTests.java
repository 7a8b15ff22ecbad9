package io.assay.task.importing;

import static io.assay.task.importing.SeenRows.Seen.NEVER;
import static io.assay.task.importing.SeenRows.Seen.OTHERWISE;
import static io.assay.task.importing.SeenRows.Seen.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SeenRowsTests {

    @AutoClose private final SeenRows seen = seen();

    private static SeenRows seen() {
        try {
            return new SeenRows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void knowsWhatItSawAndWhatItSaid() throws IOException {
        String a = Ids.taskId("p", "a");

        assertThat(seen.see(a, 1)).isEqualTo(NEVER);
        assertThat(seen.see(a, 1)).isEqualTo(SAME);
        assertThat(seen.see(a, 2)).isEqualTo(OTHERWISE);
        assertThat(seen.see("0".repeat(32), 1)).isEqualTo(NEVER);
        assertThat(seen.see("0".repeat(32), 1)).isEqualTo(SAME);
    }

    @Test
    void forgetsNothingAsItGrows() throws IOException {
        for (int i = 0; i < 20_000; i++) {
            assertThat(seen.see(Ids.taskId("p", "row" + i), i)).isEqualTo(NEVER);
        }

        for (int i = 0; i < 20_000; i++) {
            assertThat(seen.see(Ids.taskId("p", "row" + i), i)).isEqualTo(SAME);
        }
    }
}
