package io.assay.truth.shape;

import io.assay.events.Answer;
import io.assay.events.Mask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * A painted area; the same as another if they overlap by half (intersection over union of their
 * pixels).
 */
record MaskShape(Mask mask, Runs runs, Envelope reach) implements Shape<MaskShape> {

    public static final ShapeKind<MaskShape> KIND =
            new ShapeKind<>(
                    answer -> ((Answer.Masks) answer).masks().stream().map(MaskShape::of).toList(),
                    MaskShape::merged,
                    shapes -> new Answer.Masks(shapes.stream().map(MaskShape::mask).toList()));

    static MaskShape of(Mask mask) {
        Runs runs = Runs.of(mask.counts());
        return new MaskShape(mask, runs, runs.bounds(mask.height()));
    }

    @Override
    public String classId() {
        return mask.classId();
    }

    @Override
    public Map<String, String> attributes() {
        return mask.attributes();
    }

    @Override
    public double similarity(MaskShape other) {
        boolean comparable =
                mask.width() == other.mask.width()
                        && mask.height() == other.mask.height()
                        && reach.intersects(other.reach);
        double most = Math.min(runs.area(), other.runs.area());
        if (!comparable || Areas.share(most, runs.area(), other.runs.area()) < SAME / 2) {
            return 0;
        }
        return Areas.share(runs.common(other.runs), runs.area(), other.runs.area());
    }

    /** Pixel by pixel what most of the weight says; the heaviest's mask if no pixel is left. */
    private static MaskShape merged(
            List<Weighted<MaskShape>> drawn, Map<String, String> attributes) {
        Mask heaviest = Weighted.heaviest(drawn).value().mask;
        List<Weighted<Runs>> ofOneSize =
                drawn.stream()
                        .filter(
                                one ->
                                        one.value().mask.width() == heaviest.width()
                                                && one.value().mask.height() == heaviest.height())
                        .map(one -> new Weighted<>(one.value().runs, one.weight()))
                        .toList();
        long pixels = (long) heaviest.width() * heaviest.height();
        Optional<List<Integer>> most = Runs.majority(ofOneSize, pixels);
        return of(
                new Mask(
                        heaviest.classId(),
                        heaviest.width(),
                        heaviest.height(),
                        most.orElse(heaviest.counts()),
                        attributes));
    }
}
