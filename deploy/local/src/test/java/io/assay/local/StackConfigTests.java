package io.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackConfigTests {

    @TempDir Path work;

    @Test
    void givesEveryInstanceAPortOfItsOwn() {
        StackConfig config =
                StackConfig.isolated(work, work).withInstances(Component.ASSIGNMENT, 3);

        List<String> names = config.instancesOf(Component.ASSIGNMENT);

        assertThat(names)
                .containsExactly(
                        "assignment-service", "assignment-service-2", "assignment-service-3");
        assertThat(names.stream().map(config.ports()::of)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void keepsGivenPortsWhenInstancesAreAdded() {
        StackConfig one = StackConfig.isolated(work, work);

        StackConfig two = one.withInstances(Component.REVIEW, 2);

        assertThat(two.ports().byName()).containsAllEntriesOf(one.ports().byName());
    }

    @Test
    void storesInTheDataDirectoryIfThereIsOne() {
        StackConfig config = StackConfig.isolated(work, work.resolve("state"));

        assertThat(config.storage()).isEqualTo(work.resolve("state/run"));
        assertThat(config.withData(work.resolve("data")).storage()).isEqualTo(work.resolve("data"));
    }

    @Test
    void namesWhatCanBeAskedFor() {
        assertThatThrownBy(() -> StackConfig.isolated(work, work).ports().of("nobody"))
                .isInstanceOf(UsageError.class)
                .hasMessageStartingWith("process: nobody (expected: one of");
    }
}
