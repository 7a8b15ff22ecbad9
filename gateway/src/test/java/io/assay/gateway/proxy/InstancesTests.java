package io.assay.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.support.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstancesTests {

    private static final URI A = URI.create("http://a:1");
    private static final URI B = URI.create("http://b:2");
    private static final URI C = URI.create("http://c:3");

    private final MutableClock clock = new MutableClock();
    private final Instances instances = new Instances(List.of(A, B, C), clock);

    @Test
    void asksTheSameInstanceFirstForTheSameCallerAndAllInTheEnd() {
        assertThat(instances.inOrderFor("w1"))
                .isEqualTo(instances.inOrderFor("w1"))
                .containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void spreadsCallersEvenly() {
        Map<URI, Long> first =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> instances.inOrderFor("worker-" + i).getFirst())
                        .collect(Collectors.groupingBy(uri -> uri, Collectors.counting()));

        assertThat(first.values()).hasSize(3).allMatch(count -> count > 800 && count < 1_200);
    }

    @Test
    void movesOnlyCallersOfAnInstanceThatIsGone() {
        Instances two = new Instances(List.of(A, C), clock);

        IntStream.range(0, 500)
                .mapToObj(i -> "worker-" + i)
                .filter(caller -> !instances.inOrderFor(caller).getFirst().equals(B))
                .forEach(
                        caller ->
                                assertThat(two.inOrderFor(caller).getFirst())
                                        .isEqualTo(instances.inOrderFor(caller).getFirst()));
    }

    @Test
    void asksLastWhomNobodyReachedAMomentAgo() {
        URI home = instances.inOrderFor("w1").getFirst();

        instances.failed(home);
        assertThat(instances.inOrderFor("w1").getLast()).isEqualTo(home);
        instances.answered(home);
        assertThat(instances.inOrderFor("w1").getFirst()).isEqualTo(home);
        instances.failed(home);
        clock.pass(Duration.ofSeconds(1));
        assertThat(instances.inOrderFor("w1").getFirst()).isEqualTo(home);
    }

    @Test
    void needsOne() {
        assertThatThrownBy(() -> new Instances(List.of(), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instances: none (expected: at least one)");
    }
}
