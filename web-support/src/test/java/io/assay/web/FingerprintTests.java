package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTests {

    record Rule(int max, @Nullable Double share) {}

    record Body(String name, @Nullable Rule rule, List<String> tags, Map<String, Integer> prices) {}

    /** As the next version knows it. */
    record NextRule(@Nullable String added, int max, @Nullable Double share) {}

    record NextBody(
            Map<String, Integer> prices,
            @Nullable Integer alsoAdded,
            String name,
            @Nullable NextRule rule,
            List<String> tags) {}

    private static final Map<String, Integer> PRICES = Map.of("1", 10, "2", 20);

    @Test
    void staysWhenAVersionAddsFields() {
        Body body = new Body("a", new Rule(3, 0.5), List.of("x"), PRICES);
        NextBody next = new NextBody(PRICES, null, "a", new NextRule(null, 3, 0.5), List.of("x"));

        assertThat(Fingerprint.of(next)).isEqualTo(Fingerprint.of(body));
    }

    @Test
    void doesNotDependOnTheOrderOfKeys() {
        Map<String, Integer> turned = new LinkedHashMap<>();
        turned.put("2", 20);
        turned.put("1", 10);

        assertThat(Fingerprint.of(new Body("a", null, List.of(), turned)))
                .isEqualTo(Fingerprint.of(new Body("a", null, List.of(), PRICES)));
    }

    @Test
    void tellsOtherBodiesApart() {
        Body body = new Body("a", new Rule(3, 0.5), List.of("x", "y"), PRICES);

        assertThat(
                        List.of(
                                new Body("b", new Rule(3, 0.5), List.of("x", "y"), PRICES),
                                new Body("a", new Rule(3, null), List.of("x", "y"), PRICES),
                                new Body("a", null, List.of("x", "y"), PRICES),
                                new Body("a", new Rule(3, 0.5), List.of("y", "x"), PRICES)))
                .allSatisfy(
                        other ->
                                assertThat(Fingerprint.of(other))
                                        .isNotEqualTo(Fingerprint.of(body)));
    }
}
