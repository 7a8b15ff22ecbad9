package io.assay.truth.consensus;

import io.assay.truth.shape.Shape;
import io.assay.truth.shape.ShapeKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How each worker of a project draws.
 *
 * <p>Existence is one step of expectation and maximisation: what is there first follows from the
 * share of the workers who drew it, and each one's detection and false rates follow from that.
 * Further steps of Dawid and Skene's algorithm drift, for little separates what all miss from what
 * nobody should draw; and one step needs no repetition, so tallies of pictures simply add up.
 *
 * <p>Geometry alternates: the shape is merged from those of all others, and a worker's error and
 * lean are those against it.
 *
 * @param share of what somebody draws, the share that is there
 * @param ordinary the crowd's mean
 * @param perPicture mean number of things that are there
 * @param seen that this rests on: things times people who drew them or could have
 */
public record DrawingSkills(
        Map<String, DrawingSkill> byWorker,
        DrawingSkill ordinary,
        double share,
        double perPicture,
        double seen) {

    static final DrawingSkills NONE =
            new DrawingSkills(Map.of(), DrawingSkill.ofAccuracy(0.8), CandidateObjects.EVEN, 1, 0);

    /** Of the geometry. */
    private static final int ROUNDS = 5;

    public DrawingSkill of(String workerId) {
        return byWorker.getOrDefault(workerId, ordinary);
    }

    /** The votes, each weighed as its worker is known to draw. */
    public List<Vote> known(List<Vote> votes) {
        return votes.stream()
                .map(
                        vote ->
                                new Vote(
                                        vote.workerId(),
                                        vote.accuracy(),
                                        vote.answer(),
                                        of(vote.workerId())))
                .toList();
    }

    /**
     * Learns from all pictures at once.
     *
     * @param pictures of each the votes, all made with the tool of this kind
     */
    public static <S extends Shape<S>> DrawingSkills fit(
            ShapeKind<S> kind, Collection<List<Vote>> pictures) {
        DrawingSkills skills = NONE;
        for (int round = 0; round < ROUNDS; round++) {
            DrawingTallies tallies = new DrawingTallies();
            for (List<Vote> votes : pictures) {
                tallies.add(kind, skills.known(votes));
            }
            skills = tallies.skills(skills);
        }
        return skills;
    }
}
