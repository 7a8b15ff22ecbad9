package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.replay.ReplayCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Recorded labels through the whole platform: unlike numbers of labels per item, and ties. */
@ExtendWith(Platform.Extension.class)
@Order(1)
class ReplayIT {

    private static final int ITEMS = 12;

    @TempDir Path directory;

    @Test
    void everyLabelIsTakenFromItsWorkerAndTheResultIsTheMajority(Platform platform)
            throws Exception {
        record();
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        boolean fine =
                ReplayCommand.replay(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        platform.staff(),
                        directory,
                        OptionalDouble.empty());

        String told = said.toString(StandardCharsets.UTF_8);
        assertThat(fine).as(told).isTrue();
        assertThat(told).contains("44 of 44 labels");
    }

    /** What two or three agree on is sure; the others keep their labels, and the money is kept. */
    @Test
    void noMoreLabelsAreAskedForThanAreNeeded(Platform platform) throws Exception {
        record();
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        ReplayCommand.replay(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                platform.staff(),
                directory,
                OptionalDouble.of(0.9));

        String told = said.toString(StandardCharsets.UTF_8);
        assertThat(told)
                .contains("✔ labels used", "✔ money saved by stopping")
                .containsPattern("✔ a result for each work picture +12\\s")
                .doesNotContain("44 of 44 recorded");
    }

    /**
     * Items of three and of four labels by six workers. Item 0 is a tie, which those are right
     * about who agree with others more; of item 1 the majority is wrong, so it cannot be that the
     * truth is used.
     */
    private void record() throws IOException {
        StringBuilder labels = new StringBuilder("item,worker,label\n");
        StringBuilder truth = new StringBuilder("item,truth\n");
        for (int item = 0; item < ITEMS; item++) {
            for (int i = 0; i < (item < 8 ? 4 : 3); i++) {
                String label = item == 0 && i > 1 || item == 1 && i > 0 ? "dog" : "cat";
                labels.append("%d,w%d,%s%n".formatted(item, (item + i) % 6, label));
            }
            truth.append(item).append(item == 0 ? ",dog\n" : ",cat\n");
        }
        Files.writeString(directory.resolve("labels.csv"), labels);
        Files.writeString(directory.resolve("truth.csv"), truth);
    }
}
