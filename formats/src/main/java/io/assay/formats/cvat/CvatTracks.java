package io.assay.formats.cvat;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Micro;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.Json;
import io.assay.formats.io.SortedSpool;
import io.assay.formats.io.Xml;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of the form for videos, turned to frames: a track follows one object through frames,
 * and a frame has the objects of all tracks that are there. Shapes are sorted on disk; in memory
 * are those of one frame and the state of each track.
 *
 * <p>An object is where its track has a shape for the frame, be it drawn or made by the tool
 * between key frames. A shape that is {@code outside} says that the object is gone, until the track
 * has another. A frame that a track passes over while its object is there is reported, not guessed.
 */
final class CvatTracks implements Closeable {

    private static final int MAX_TRACKS = 100_000;
    private static final int MAX_SHAPES_A_FRAME = 10_000;
    private static final int LAST_FRAME = 99_999_999;

    /** The element of a track, while it is read. */
    private static final class Track {
        private final long number;
        private final String id;
        private final @Nullable String label;

        Track(long number, Map<String, String> attributes) {
            this.number = number;
            this.id = attributes.getOrDefault("id", "#" + number);
            this.label = attributes.get("label");
        }
    }

    /**
     * All of one frame.
     *
     * @param problem why nothing can be said of it, null if nothing is wrong
     */
    record Frame(int number, List<Xml.Element> shapes, @Nullable String problem) {

        /** As the tool itself calls it. */
        String name() {
            return String.format(Locale.ROOT, "frame_%06d", number);
        }
    }

    /** One shape on disk. */
    private record Kept(String track, Xml.Element shape) {}

    private final SortedSpool spool = new SortedSpool();
    private final Map<String, Integer> seenAt = new HashMap<>();
    private final Set<String> taskIds = new HashSet<>();
    private SortedSpool.@Nullable Sorted sorted;
    private @Nullable Track current;
    private long tracks;
    private long shapes;

    CvatTracks() throws IOException {}

    /** How many there are. */
    long count() {
        return tracks;
    }

    void begin(Map<String, String> attributes) throws UnusableFile {
        if (++tracks > MAX_TRACKS) {
            throw new UnusableFile("track: over " + MAX_TRACKS + " of them (expected: fewer)");
        }
        taskIds.add(attributes.getOrDefault("task_id", ""));
        if (taskIds.size() > 1) {
            throw new UnusableFile(
                    "track: of several tasks, whose frames have the same numbers (expected: a file"
                            + " for each task)");
        }
        current = new Track(tracks - 1, attributes);
    }

    boolean isWithin() {
        return current != null;
    }

    void end() {
        current = null;
    }

    /** A shape of the track that was begun. */
    void add(Xml.Element shape) throws BadEntry, IOException {
        Track track = current;
        if (track == null) {
            throw new IllegalStateException("track: none begun");
        }
        try {
            double frame = Micro.parse("frame", shape.required("frame"));
            if (frame != Math.rint(frame) || frame < 0 || frame > LAST_FRAME) {
                throw BadEntry.unexpected("frame", frame, "0 to " + LAST_FRAME);
            }
            if (shape.attribute("label") == null && track.label == null) {
                throw new BadEntry("label: missing (expected: one of the track)");
            }
            spool.add(
                    String.format(Locale.ROOT, "%08d", (int) frame),
                    shapes++,
                    Json.bytes(new Kept(track.id, labelled(shape, track.label))));
        } catch (BadEntry e) {
            throw e.at("track[" + track.number + "] " + shape.name());
        }
    }

    private static Xml.Element labelled(Xml.Element shape, @Nullable String label) {
        Map<String, String> attributes = new HashMap<>(shape.attributes());
        if (label != null) {
            attributes.putIfAbsent("label", label);
        }
        return new Xml.Element(shape.name(), attributes, shape.children(), shape.text());
    }

    /** The next frame of a track, in order. */
    Optional<Frame> next() throws IOException {
        if (sorted == null) {
            sorted = spool.sorted();
        }
        SortedSpool.Sorted items = sorted;
        Optional<SortedSpool.Item> first = items.peek();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String key = first.get().key();
        List<Kept> all = new ArrayList<>();
        String problem = null;
        while (items.peek().filter(item -> item.key().equals(key)).isPresent()) {
            SortedSpool.Item item = items.take().orElseThrow();
            try {
                if (all.size() >= MAX_SHAPES_A_FRAME) {
                    problem = "shapes: too many (expected: at most " + MAX_SHAPES_A_FRAME + ")";
                } else {
                    all.add(Json.value(item.content(), Kept.class));
                }
            } catch (BadEntry e) {
                problem = "shape: too deep, or a name too long (expected: a shape)";
            }
        }
        return Optional.of(frame(Integer.parseInt(key), all, problem));
    }

    private Frame frame(int number, List<Kept> all, @Nullable String found) {
        String problem = found;
        Map<String, Integer> before = new HashMap<>(seenAt);
        Set<String> given = new HashSet<>();
        List<Xml.Element> there = new ArrayList<>();
        for (Kept kept : all) {
            if (!given.add(kept.track)) {
                problem = "track " + kept.track + ": frame " + number + " twice (expected: once)";
            }
            before.remove(kept.track);
            if (isOutside(kept.shape)) {
                seenAt.remove(kept.track);
            } else {
                seenAt.put(kept.track, number);
                there.add(kept.shape);
            }
        }
        if (problem == null && !before.isEmpty()) {
            var lost = before.entrySet().iterator().next();
            problem =
                    ("track %s: there in frame %d, and nothing is said of frame %d"
                                    + " (expected: a shape, or outside=\"1\")")
                            .formatted(lost.getKey(), lost.getValue(), number);
        }
        return new Frame(number, there, problem);
    }

    /** Of a skeleton its points say it. */
    private static boolean isOutside(Xml.Element shape) {
        return "1".equals(shape.attribute("outside"))
                || (shape.name().equals("skeleton")
                        && shape.attribute("outside") == null
                        && !shape.children().isEmpty()
                        && shape.children().stream()
                                .filter(child -> child.name().equals("points"))
                                .allMatch(child -> "1".equals(child.attribute("outside"))));
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
