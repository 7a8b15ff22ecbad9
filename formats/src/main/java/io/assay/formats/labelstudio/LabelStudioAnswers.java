package io.assay.formats.labelstudio;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Keypoint;
import io.assay.events.KeypointInstance;
import io.assay.events.LabelClass;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Transcript;
import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Corners;
import io.assay.formats.data.MaskPixels;
import io.assay.formats.data.Micro;
import io.assay.formats.io.Nodes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes an answer of the regions of a picture; all of them have to be of the project's tool. */
final class LabelStudioAnswers {

    @FunctionalInterface
    private interface Maker<T> {
        T make(Region region, LabelClass known) throws BadEntry;
    }

    private final Classes classes;

    LabelStudioAnswers(Classes classes) {
        this.classes = classes;
    }

    /**
     * Null if nothing is said.
     *
     * @param notes takes what was passed over
     */
    @Nullable Answer of(
            JsonNode results, @Nullable Integer width, @Nullable Integer height, List<String> notes)
            throws BadEntry {
        List<Region> regions = new ArrayList<>();
        for (Region region : Region.of(results, width, height, notes)) {
            if (isOfTheTool(region)) {
                regions.add(region);
            } else {
                notes.add(region.said() + ": passed over, as it is not of the project's tool");
            }
        }
        return switch (classes.tool()) {
            case CATEGORY -> category(regions);
            case TAGS -> new Answer.Tags(new TreeSet<>(chosen(regions)));
            case BOX ->
                    new Answer.Boxes(
                            each(regions, Set.of("rectanglelabels"), LabelStudioAnswers::box));
            case POLYGON ->
                    new Answer.Polygons(
                            each(
                                    regions,
                                    Set.of("polygonlabels"),
                                    (r, k) -> new Polygon(k.id(), outline(r), r.attributes())));
            case KEYPOINTS ->
                    new Answer.Keypoints(
                            each(
                                    regions,
                                    Set.of("rectanglelabels"),
                                    LabelStudioAnswers::keypoints));
            case MASK ->
                    new Answer.Masks(
                            each(regions, Set.of("brushlabels"), LabelStudioAnswers::mask));
            case TRANSCRIPT ->
                    new Answer.Transcripts(
                            each(
                                    regions,
                                    Set.of("polygonlabels", "choices"),
                                    LabelStudioAnswers::transcript));
            case POLYLINE, VERIFICATION ->
                    throw BadEntry.unexpected("tool", classes.tool(), "one that Label Studio has");
        };
    }

    /** What is said of the whole picture beside its shapes is no part of the answer. */
    private boolean isOfTheTool(Region region) {
        return switch (classes.tool()) {
            case CATEGORY, TAGS -> region.isShape() || region.isOf("choices");
            case TRANSCRIPT -> region.isShape() || (region.isOf("choices") && region.hasText());
            case BOX, POLYGON, POLYLINE, KEYPOINTS, MASK, VERIFICATION -> region.isShape();
        };
    }

    private <T> List<T> each(List<Region> regions, Set<String> types, Maker<T> maker)
            throws BadEntry {
        List<T> made = new ArrayList<>(regions.size());
        for (Region region : regions) {
            try {
                List<String> labels = region.labels(types);
                if (labels.size() != 1) {
                    throw BadEntry.unexpected("labels", labels, "one");
                }
                made.add(maker.make(region, classes.named(labels.getFirst())));
            } catch (BadEntry e) {
                throw e.at("region " + region.id());
            }
        }
        return made;
    }

    private List<String> chosen(List<Region> regions) throws BadEntry {
        List<String> ids = new ArrayList<>();
        for (Region region : regions) {
            for (String label : region.labels(Set.of("choices"))) {
                ids.add(classes.named(label).id());
            }
        }
        return ids;
    }

    private @Nullable Answer category(List<Region> regions) throws BadEntry {
        List<String> ids = chosen(regions);
        if (ids.size() > 1) {
            throw BadEntry.unexpected("choices", ids, "one, as the project's tool is category");
        }
        return ids.isEmpty() ? null : new Answer.Category(ids.getFirst());
    }

    private static Box box(Region region, LabelClass known) throws BadEntry {
        JsonNode value = region.value();
        double degrees = value.has("rotation") ? Nodes.number(value, "rotation") : 0;
        double width = region.x("width");
        double height = region.y("height");
        Point centre = Corners.turned(width / 2, height / 2, degrees);
        Box box =
                Corners.around(
                        known.id(),
                        region.x("x") + centre.x(),
                        region.y("y") + centre.y(),
                        width,
                        height,
                        degrees);
        return new Box(
                box.classId(),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                box.rotation(),
                region.attributes());
    }

    private static List<Point> outline(Region region) throws BadEntry {
        List<Point> points = new ArrayList<>();
        for (JsonNode point : region.value().path("points")) {
            List<Double> shares = Nodes.numbers("points", point, 2, 2);
            points.add(
                    new Point(
                            Micro.round(shares.get(0) * region.width() / 100),
                            Micro.round(shares.get(1) * region.height() / 100)));
        }
        return points;
    }

    private static KeypointInstance keypoints(Region region, LabelClass known) throws BadEntry {
        Map<String, Keypoint> byName = new HashMap<>();
        for (Region part : region.parts()) {
            String name = String.join(", ", part.labels(Set.of("keypointlabels")));
            Keypoint point =
                    new Keypoint(
                            Micro.round(part.x("x")),
                            Micro.round(part.y("y")),
                            part.isHidden()
                                    ? Keypoint.Visibility.HIDDEN
                                    : Keypoint.Visibility.VISIBLE);
            if (byName.put(name, point) != null) {
                throw BadEntry.unexpected("keypointlabels", name + " twice", "once");
            }
        }
        List<Keypoint> points = new ArrayList<>();
        for (String name : Classes.points(known)) {
            Keypoint point = byName.remove(name);
            points.add(point == null ? new Keypoint(0, 0, Keypoint.Visibility.ABSENT) : point);
        }
        if (!byName.isEmpty()) {
            throw BadEntry.unexpected(
                    "keypointlabels", byName.keySet(), "those of the class's skeleton");
        }
        return new KeypointInstance(known.id(), points, region.attributes());
    }

    private static Mask mask(Region region, LabelClass known) throws BadEntry {
        if (!MaskPixels.fits(region.width(), region.height())) {
            throw new BadEntry("size: too large for a mask (expected: at most 2^27 pixels)");
        }
        JsonNode rle = region.value().path("rle");
        byte[] packed = new byte[rle.size()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) Nodes.whole("rle", rle.path(i));
        }
        BitSet rows = BrushRle.unpack(packed, region.width() * region.height());
        return new Mask(
                known.id(),
                region.width(),
                region.height(),
                MaskPixels.counts(rows, region.width(), region.height()),
                region.attributes());
    }

    private static Transcript transcript(Region region, LabelClass known) throws BadEntry {
        boolean whole = region.value().has("choices");
        return new Transcript(
                known.id(),
                region.text(),
                whole ? List.of() : outline(region),
                region.attributes());
    }
}
