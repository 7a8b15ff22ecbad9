package io.assay.load.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.cli.terminal.Commands;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KillPlanTests {

    private static final List<String> VICTIMS = List.of("a", "b", "c");

    @Property(tries = 200)
    void killsEverybodyAboutEquallyOften(@ForAll @IntRange(max = 60) int count, @ForAll long seed) {
        KillPlan plan = KillPlan.of(count, VICTIMS, new Random(seed));

        Map<String, Long> kills =
                plan.kills().stream()
                        .collect(
                                Collectors.groupingBy(
                                        KillPlan.Kill::victim, Collectors.counting()));
        assertThat(plan.kills()).hasSize(count);
        for (String victim : VICTIMS) {
            assertThat(kills.getOrDefault(victim, 0L)).isBetween(count / 3L, count / 3L + 1);
        }
    }

    @Property(tries = 200)
    void killsAlongTheWholeWork(@ForAll @IntRange(max = 60) int count, @ForAll long seed) {
        assertThat(KillPlan.of(count, VICTIMS, new Random(seed)).kills())
                .extracting(KillPlan.Kill::at)
                .isSorted()
                .allMatch(at -> at >= 0 && at < 1);
    }

    @Test
    void repeatsItselfForTheSameSeed() {
        assertThat(KillPlan.of(20, VICTIMS, new Random(5)))
                .isEqualTo(KillPlan.of(20, VICTIMS, new Random(5)))
                .isNotEqualTo(KillPlan.of(20, VICTIMS, new Random(6)));
    }

    @Test
    void understandsItsOptions() {
        ChaosOptions options = parse("--tasks", "50", "--seed=9", "--outage");

        assertThat(options).isEqualTo(new ChaosOptions(50, 3, 20, 24, 9, true, null));
        assertThat(parse("--seed", "9", "--short")).isEqualTo(ChaosOptions.brief(9));
    }

    @Test
    void refusesWhatIsNoOption() {
        assertThatThrownBy(() -> parse("--tasks", "many")).hasMessageContaining("--tasks");
        assertThatThrownBy(() -> parse("--loud")).hasMessageContaining("--loud");
    }

    private static ChaosOptions parse(String... arguments) {
        ChaosCommand command = new ChaosCommand(System.out);
        Commands.line(System.out, command).parseArgs(arguments);
        return command.options();
    }
}
