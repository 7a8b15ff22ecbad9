package io.assay.truth.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Tool;
import io.assay.truth.shape.BoxShape;
import io.assay.truth.shape.EdgeBias;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CandidateObjectsPropertyTests {

    @Property(tries = 300)
    void everyNumberIsAProbability(@ForAll("votes") List<Vote> votes) {
        DrawingSkills crowd = DrawingSkills.fit(BoxShape.KIND, List.of(votes));
        List<CandidateObject<BoxShape>> things =
                CandidateObjects.in(BoxShape.KIND, votes, crowd.share());

        assertThat(things)
                .allSatisfy(
                        thing -> {
                            assertThat(thing.existence()).isBetween(0.0, 1.0).isNotNaN();
                            assertThat(thing.overlap()).isBetween(0.0, 1.0).isNotNaN();
                            assertThat(thing.shape().box().width()).isPositive();
                            assertThat(thing.shape().box().height()).isPositive();
                        });
        assertThat(DrawingStoppingRule.gain(things, votes, crowd)).isNotNegative().isFinite();
    }

    @Property(tries = 300)
    void theOrderOfWorkersDoesNotMatter(@ForAll("votes") List<Vote> votes, @ForAll Random random) {
        List<Vote> shuffled = new ArrayList<>(votes);
        Collections.shuffle(shuffled, random);

        assertThat(said(CandidateObjects.in(BoxShape.KIND, shuffled, CandidateObjects.EVEN)))
                .isEqualTo(said(CandidateObjects.in(BoxShape.KIND, votes, CandidateObjects.EVEN)));
        assertThat(DrawingSkills.fit(BoxShape.KIND, List.of(shuffled)))
                .isEqualTo(DrawingSkills.fit(BoxShape.KIND, List.of(votes)));
    }

    /** Without what a shape keeps to be quicker. */
    private static List<List<Object>> said(List<CandidateObject<BoxShape>> things) {
        return things.stream()
                .map(
                        thing ->
                                List.<Object>of(
                                        thing.shape().box(),
                                        thing.existence(),
                                        thing.confidence(),
                                        thing.overlap(),
                                        thing.drawnBy(),
                                        thing.misplaced(),
                                        thing.missedBy()))
                .toList();
    }

    @Property(tries = 200)
    void everyoneIsNamedOnceForEachThing(@ForAll("votes") List<Vote> votes) {
        for (CandidateObject<BoxShape> thing :
                CandidateObjects.in(BoxShape.KIND, votes, CandidateObjects.EVEN)) {
            List<String> named = new ArrayList<>(thing.drawnBy());
            named.addAll(thing.missedBy());

            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(
                            votes.stream().map(Vote::workerId).toList());
            assertThat(thing.drawnBy()).containsAll(thing.misplaced());
        }
    }

    @Provide
    Arbitrary<List<Vote>> votes() {
        return Combinators.combine(AnyAnswers.of(Tool.BOX, List.of("cat", "dog")), skills())
                .as((answer, skill) -> new Vote("?", 0.8, answer, skill))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(CandidateObjectsPropertyTests::numbered);
    }

    private static List<Vote> numbered(List<Vote> votes) {
        return IntStream.range(0, votes.size())
                .mapToObj(i -> named("w" + i, votes.get(i).answer(), votes.get(i).drawing()))
                .toList();
    }

    private static Vote named(String worker, Answer answer, DrawingSkill skill) {
        return new Vote(worker, 0.8, answer, skill);
    }

    private static Arbitrary<DrawingSkill> skills() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
        Arbitrary<Double> habits = Arbitraries.doubles().between(-0.2, 0.2);
        return Combinators.combine(
                        shares,
                        shares,
                        shares,
                        Combinators.combine(habits, habits, habits, habits).as(EdgeBias::new))
                .as(DrawingSkill::new);
    }
}
