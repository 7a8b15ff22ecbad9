package io.assay.truth.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.truth.shape.BoxShape;
import io.assay.truth.shape.EdgeBias;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateObjectsTests {
    private static final DrawingSkill CAREFUL = new DrawingSkill(0.95, 0.05, 0.1, EdgeBias.NONE);
    private static final DrawingSkill EAGER = new DrawingSkill(0.95, 0.8, 0.1, EdgeBias.NONE);
    private static final DrawingSkill ROUGH = new DrawingSkill(0.9, 0.1, 0.4, EdgeBias.NONE);

    @Test
    void whoSeesThingsEverywhereProvesLittle() {
        CandidateObject<BoxShape> byEager = only(vote("a", EAGER, box(0, 100)), vote("b", CAREFUL));
        CandidateObject<BoxShape> byCareful =
                only(vote("a", EAGER), vote("b", CAREFUL, box(0, 100)));

        assertThat(byEager.isThere()).isFalse();
        assertThat(byEager.outliers()).containsExactly("a");
        assertThat(byCareful.isThere()).isTrue();
        assertThat(byCareful.outliers()).containsExactly("a");
    }

    @Test
    void nothingHereIsEvidence() {
        CandidateObject<BoxShape> alone = only(vote("a", CAREFUL, box(0, 100)));
        CandidateObject<BoxShape> doubted =
                only(vote("a", CAREFUL, box(0, 100)), vote("b", CAREFUL));

        assertThat(alone.existence()).isGreaterThan(0.9);
        assertThat(doubted.existence()).isCloseTo(0.5, within(1e-9));
        assertThat(doubted.missedBy()).containsExactly("b");
    }

    @Test
    void whoDrawsOnlyNothingLeavesNothing() {
        assertThat(
                        CandidateObjects.in(
                                BoxShape.KIND, List.of(vote("a", CAREFUL), vote("b", ROUGH)), 0.5))
                .isEmpty();
    }

    @Test
    void theCarefulHandPullsTheEdges() {
        CandidateObject<BoxShape> thing =
                only(vote("a", CAREFUL, box(0, 100)), vote("b", ROUGH, box(40, 100)));

        // weights 100 and 6.25: half of both lies before the middle of the careful one's
        assertThat(thing.shape().box().x()).isLessThan(20);
        assertThat(thing.shape().box().width()).isCloseTo(100, within(1e-9));
    }

    @Test
    void aHabitIsTakenOut() {
        DrawingSkill generous = new DrawingSkill(0.9, 0.1, 0.1, new EdgeBias(-0.1, 0, 0.1, 0));

        CandidateObject<BoxShape> thing =
                only(vote("a", generous, box(0, 100)), vote("b", CAREFUL, box(10, 80)));

        assertThat(thing.shape().box().x()).isCloseTo(10, within(1e-9));
        assertThat(thing.shape().box().width()).isCloseTo(80, within(1e-9));
    }

    @Test
    void whatAllDrewAlikeStays() {
        DrawingSkill generous = new DrawingSkill(0.9, 0.1, 0.1, new EdgeBias(-0.1, 0, 0.1, 0));

        assertThat(only(vote("a", generous, box(0, 100)), vote("b", generous, box(0, 100))))
                .extracting(thing -> thing.shape().box())
                .isEqualTo(box(0, 100));
    }

    @Test
    void overlappingBoxesOfOneWorkerAreTwoThings() {
        List<CandidateObject<BoxShape>> things =
                CandidateObjects.in(
                        BoxShape.KIND,
                        List.of(
                                vote("a", CAREFUL, box(0, 100), box(2, 100)),
                                vote("b", CAREFUL, box(0, 100)),
                                vote("c", CAREFUL, box(0, 100))),
                        0.5);

        assertThat(things).hasSize(2);
        assertThat(things.stream().filter(CandidateObject::isThere)).hasSize(1);
    }

    @Test
    void whoDrewSomewhereElseIsNamed() {
        CandidateObject<BoxShape> thing =
                only(
                        vote("a", CAREFUL, box(0, 100)),
                        vote("b", CAREFUL, box(0, 100)),
                        vote("c", ROUGH, box(50, 100)));

        assertThat(thing.misplaced()).containsExactly("c");
    }

    @Test
    void aSkillIsMadeOfShares() {
        assertThatThrownBy(() -> new DrawingSkill(Double.NaN, 0.1, 0.1, EdgeBias.NONE))
                .hasMessage("detection: NaN (expected: 0 to 1)");
        assertThat(new DrawingSkill(0.3, 0.9, 0, EdgeBias.NONE).forIt()).isZero();
        assertThat(DrawingSkill.ofAccuracy(0).againstIt()).isZero();
        assertThat(DrawingSkill.ofAccuracy(0).trust()).isFinite().isPositive();
    }

    @Test
    void skillsAreLearnedFromTheAnswers() {
        List<List<Vote>> pictures =
                IntStream.range(0, 60).mapToObj(CandidateObjectsTests::picture).toList();

        DrawingSkills skills = DrawingSkills.fit(BoxShape.KIND, pictures);

        assertThat(skills.of("misses").detection()).isLessThan(skills.of("careful").detection());
        assertThat(skills.of("dreams").falseRate()).isGreaterThan(skills.of("careful").falseRate());
        assertThat(skills.of("wide").edgeBias().right()).isCloseTo(0.1, within(0.03));
        assertThat(skills.of("shaky").error()).isGreaterThan(2 * skills.of("careful").error());
        assertThat(skills.of("unheard of")).isEqualTo(skills.ordinary());
        assertThat(skills.share()).isBetween(0.5, 1.0);
    }

    @Test
    void pictureByPictureNearlyTheSameIsLearned() {
        List<List<Vote>> pictures =
                IntStream.range(0, 60).mapToObj(CandidateObjectsTests::picture).toList();
        DrawingTallies tallies = new DrawingTallies();

        pictures.forEach(votes -> tallies.add(BoxShape.KIND, tallies.skills().known(votes)));

        DrawingSkills together = DrawingSkills.fit(BoxShape.KIND, pictures);
        for (String worker : List.of("careful", "misses", "dreams", "wide", "shaky")) {
            DrawingSkill one = tallies.skills().of(worker);
            DrawingSkill other = together.of(worker);
            assertThat(one.detection()).isCloseTo(other.detection(), within(0.01));
            assertThat(one.falseRate()).isCloseTo(other.falseRate(), within(0.01));
            assertThat(one.error()).isCloseTo(other.error(), within(0.03));
        }
        assertThat(tallies.seen()).isEqualTo(together.seen());
        assertThat(DrawingTallies.of(tallies.sums()).sums().workers())
                .containsExactlyInAnyOrderElementsOf(tallies.sums().workers());
        assertThat(DrawingTallies.of(tallies.sums()).seen())
                .isCloseTo(tallies.seen(), within(1e-6));
    }

    @Test
    void goldTellsWhatIsThere() {
        Answer right = new Answer.Boxes(List.of(box(0, 100), box(300, 100)));
        DrawingTallies tallies = new DrawingTallies();
        for (int i = 0; i < 20; i++) {
            tallies.check(BoxShape.KIND, right, vote("blind", CAREFUL, box(0, 100)));
            tallies.check(
                    BoxShape.KIND,
                    right,
                    vote("dreams", CAREFUL, box(0, 100), box(300, 100), box(900, 50)));
            tallies.check(
                    BoxShape.KIND, right, vote("rough", CAREFUL, box(20, 100), box(320, 100)));
        }

        DrawingSkills skills = tallies.skills();

        assertThat(skills.of("blind").detection()).isBetween(0.45, 0.65);
        assertThat(skills.of("dreams").detection()).isGreaterThan(0.9);
        assertThat(skills.of("dreams").falseRate())
                .isGreaterThan(skills.of("blind").falseRate() + 0.2);
        assertThat(skills.of("rough").error()).isGreaterThan(2 * skills.of("dreams").error());
    }

    @Test
    void halvedItWeighsLessAndSaysTheSame() {
        DrawingTallies tallies = new DrawingTallies();
        IntStream.range(0, 200)
                .mapToObj(CandidateObjectsTests::picture)
                .forEach(votes -> tallies.add(BoxShape.KIND, votes));
        double seen = tallies.seen();
        DrawingSkill before = tallies.skills().of("misses");

        tallies.halve();

        assertThat(tallies.seen()).isCloseTo(seen / 2, within(1e-6));
        assertThat(tallies.skills().of("misses").detection())
                .isCloseTo(before.detection(), within(0.03));
        assertThat(tallies.skills().perPicture()).isBetween(1.0, 2.0);
    }

    /** However many come and go: after some time nothing is kept of them. */
    @Test
    void whoIsHardlyCountedAnyMoreIsForgotten() {
        DrawingTallies tallies = new DrawingTallies();
        for (int i = 0; i < 500; i++) {
            Box box = box(i, 100);
            tallies.add(
                    BoxShape.KIND,
                    List.of(vote("stays", CAREFUL, box), vote("new" + i, CAREFUL, box)));
        }
        assertThat(tallies.sums().workers()).hasSize(501);

        tallies.halve();
        assertThat(tallies.sums().workers()).hasSize(501);
        tallies.halve();

        assertThat(tallies.sums().workers())
                .singleElement()
                .satisfies(one -> assertThat(one.workerId()).isEqualTo("stays"));
    }

    private static List<Vote> picture(int number) {
        Box right = box(number, 100);
        int off = number % 2 == 0 ? 15 : -15;
        return List.of(
                vote("careful", CAREFUL, right),
                vote("other", CAREFUL, right),
                number % 3 == 0 ? vote("misses", CAREFUL) : vote("misses", CAREFUL, right),
                vote("dreams", CAREFUL, right, box(1000 + number, 50)),
                vote("wide", CAREFUL, box(number, 110)),
                vote("shaky", CAREFUL, box(number + off, 100)));
    }

    @Test
    void nothingIsLearnedFromNothing() {
        DrawingSkills none = DrawingSkills.fit(BoxShape.KIND, List.of());
        DrawingSkills blank =
                DrawingSkills.fit(
                        BoxShape.KIND, List.of(List.of(vote("a", CAREFUL), vote("b", CAREFUL))));
        DrawingSkills alone =
                DrawingSkills.fit(BoxShape.KIND, List.of(List.of(vote("a", ROUGH, box(0, 9)))));

        assertThat(List.of(none, blank, alone))
                .allSatisfy(
                        skills -> {
                            assertThat(skills.of("a")).isEqualTo(skills.ordinary());
                            assertThat(skills.ordinary()).isEqualTo(DrawingSkill.ofAccuracy(0.8));
                        });
    }

    @Test
    void anotherDrawingIsWorthMoreWhereTheyDisagree() {
        DrawingSkills crowd = DrawingSkills.fit(BoxShape.KIND, List.of());
        List<Vote> disagreeing = List.of(vote("a", CAREFUL, box(0, 100)), vote("b", CAREFUL));
        List<Vote> agreeing =
                List.of(vote("a", CAREFUL, box(0, 100)), vote("b", CAREFUL, box(0, 100)));
        List<Vote> empty = List.of(vote("a", CAREFUL), vote("b", CAREFUL));

        assertThat(gain(disagreeing, crowd)).isGreaterThan(gain(agreeing, crowd));
        assertThat(gain(empty, crowd)).isPositive().isLessThan(gain(agreeing, crowd));
        assertThat(DrawingStoppingRule.isWorth(1, things(agreeing), agreeing, crowd)).isFalse();
        assertThat(DrawingStoppingRule.isWorth(0.001, things(agreeing), agreeing, crowd)).isTrue();
    }

    private static double gain(List<Vote> votes, DrawingSkills crowd) {
        return DrawingStoppingRule.gain(things(votes), votes, crowd);
    }

    private static List<CandidateObject<BoxShape>> things(List<Vote> votes) {
        return CandidateObjects.in(BoxShape.KIND, votes, CandidateObjects.EVEN);
    }

    private static CandidateObject<BoxShape> only(Vote... votes) {
        List<CandidateObject<BoxShape>> things = things(List.of(votes));
        assertThat(things).hasSize(1);
        return things.getFirst();
    }

    private static Vote vote(String worker, DrawingSkill skill, Box... boxes) {
        return new Vote(worker, 0.8, new Answer.Boxes(List.of(boxes)), skill);
    }

    private static Box box(double x, double width) {
        return new Box("cat", x, 0, width, 100);
    }
}
