package io.assay.truth.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Point;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OutlinePropertyTests {

    @Property(tries = 500)
    void theRoughOverlapIsAboutTheExactOne(
            @ForAll("stars") List<Point> one, @ForAll("stars") List<Point> other) {
        Outline a = Outline.of(one);
        Outline b = Outline.of(other);

        assertThat(a.roughOverlap(b)).isCloseTo(a.overlap(b), within(0.05));
        assertThat(a.roughOverlap(b)).isEqualTo(b.roughOverlap(a));
        assertThat(a.roughOverlap(a)).isEqualTo(1);
    }

    /** Spiky outlines that are mostly not convex. */
    @Provide
    Arbitrary<List<Point>> stars() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.doubles().between(20, 60).list().ofMinSize(3).ofMaxSize(20))
                .as(
                        (x, y, radii) ->
                                IntStream.range(0, radii.size())
                                        .mapToObj(i -> corner(x, y, radii, i))
                                        .toList());
    }

    private static Point corner(int x, int y, List<Double> radii, int place) {
        double angle = 2 * Math.PI * place / radii.size();
        return new Point(
                x + radii.get(place) * Math.cos(angle), y + radii.get(place) * Math.sin(angle));
    }
}
