package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ShapePropertyTests {

    @Property
    void regularPolygonsAreValid(
            @ForAll @IntRange(min = 3, max = 500) int corners,
            @ForAll @DoubleRange(min = 0.5, max = 400) double radius,
            @ForAll @DoubleRange(min = 0, max = 6.3) double turned) {
        List<Point> outline =
                IntStream.range(0, corners)
                        .mapToDouble(i -> turned + 2 * Math.PI * i / corners)
                        .mapToObj(
                                a ->
                                        new Point(
                                                500 + radius * Math.cos(a),
                                                500 + radius * Math.sin(a)))
                        .toList();

        assertThat(Outlines.problem(outline)).isEmpty();
    }

    /** Points of a small grid touch and cross in every way there is. */
    @Property(tries = 3_000)
    void anOutlineIsValidIfNoTwoOfItsSidesMeet(@ForAll("scribbles") List<Point> outline) {
        assertThat(Outlines.problem(outline).isEmpty()).isEqualTo(isSimple(outline));
    }

    /** Each side against each other. */
    private static boolean isSimple(List<Point> outline) {
        int size = outline.size();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                boolean neighbours = j == i + 1 || (i == 0 && j == size - 1);
                if (neighbours ? foldsBack(outline, i, j) : meet(outline, i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean meet(List<Point> outline, int i, int j) {
        return side(outline, i).intersectsLine(side(outline, j));
    }

    /** Neighbours meet in one point; if an end of one lies on the other they share more. */
    private static boolean foldsBack(List<Point> outline, int i, int j) {
        boolean inOrder = j == i + 1;
        Line2D first = side(outline, inOrder ? i : j);
        Line2D next = side(outline, inOrder ? j : i);
        return next.ptSegDist(first.getP1()) == 0 || first.ptSegDist(next.getP2()) == 0;
    }

    private static Line2D side(List<Point> outline, int i) {
        Point from = outline.get(i);
        Point to = outline.get((i + 1) % outline.size());
        return new Line2D.Double(from.x(), from.y(), to.x(), to.y());
    }

    @Provide
    Arbitrary<List<Point>> scribbles() {
        return Arbitraries.integers()
                .between(0, 48)
                .map(i -> new Point(i % 7, i / 7))
                .list()
                .uniqueElements()
                .ofMinSize(3)
                .ofMaxSize(9);
    }

    @Property
    void everyMaskOfABitmapWithAPixelIsValid(@ForAll @Size(48) List<Boolean> pixels) {
        Mask mask = new Mask("car", 8, 6, counts(pixels), Map.of());

        assertThat(Masks.problem(mask).isEmpty()).isEqualTo(pixels.contains(true));
    }

    private static List<Integer> counts(List<Boolean> pixels) {
        List<Integer> counts = new ArrayList<>();
        boolean inside = false;
        int run = 0;
        for (boolean pixel : pixels) {
            if (pixel != inside) {
                counts.add(run);
                inside = pixel;
                run = 0;
            }
            run++;
        }
        counts.add(run);
        return counts;
    }
}
