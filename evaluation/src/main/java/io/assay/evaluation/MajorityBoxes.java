package io.assay.evaluation;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.truth.consensus.Vote;
import io.assay.truth.shape.BoxShape;
import io.assay.truth.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The simple method to be held against: one worker after the other, each of their boxes goes to the
 * group whose middle it overlaps most, by half at least, and a group of at least half of the
 * workers is a box with each edge at the median.
 */
final class MajorityBoxes {

    /** Boxes of different workers. */
    private static final class Group {
        private final List<Box> boxes = new ArrayList<>();
        private int lastWorker = -1;

        void add(int worker, Box box) {
            lastWorker = worker;
            boxes.add(box);
        }

        BoxShape middle() {
            double left = median(Box::x);
            double top = median(Box::y);
            double right = median(box -> box.x() + box.width());
            double bottom = median(box -> box.y() + box.height());
            return BoxShape.of(
                    new Box(
                            boxes.getFirst().classId(),
                            left,
                            top,
                            right - left,
                            bottom - top,
                            null,
                            Map.of()));
        }

        private double median(ToDoubleFunction<Box> edge) {
            double[] sorted = boxes.stream().mapToDouble(edge).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1
                    ? sorted[middle]
                    : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    private MajorityBoxes() {}

    static List<BoxShape> of(List<Vote> votes) {
        List<Group> groups = new ArrayList<>();
        for (int worker = 0; worker < votes.size(); worker++) {
            for (Box box : ((Answer.Boxes) votes.get(worker).answer()).boxes()) {
                nearest(groups, worker, box).add(worker, box);
            }
        }
        return groups.stream()
                .filter(group -> group.boxes.size() * 2 > votes.size())
                .map(Group::middle)
                .toList();
    }

    private static Group nearest(List<Group> groups, int worker, Box box) {
        BoxShape shape = BoxShape.of(box);
        Group nearest = new Group();
        double best = Shape.SAME;
        for (Group group : groups) {
            double overlap = group.lastWorker == worker ? 0 : shape.similarity(group.middle());
            if (overlap >= best) {
                best = overlap;
                nearest = group;
            }
        }
        if (nearest.boxes.isEmpty()) {
            groups.add(nearest);
        }
        return nearest;
    }
}
