package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random histories against {@link NaiveDispatch}; the seed is the shrunk counterexample. */
class DispatchPropertyTests {

    @Property(tries = 400)
    void agreesWithTheNaiveModelOverAnyHistory(
            @ForAll long seed, @ForAll @IntRange(min = 10, max = 500) int steps) {
        DispatchHistory history = new DispatchHistory(seed);

        history.run(steps);

        history.checkReachability();
    }

    @Property(tries = 50)
    void isTheSameForTheSameSeed(@ForAll long seed) {
        assertThat(new DispatchHistory(seed).run(200))
                .isEqualTo(new DispatchHistory(seed).run(200));
    }
}
