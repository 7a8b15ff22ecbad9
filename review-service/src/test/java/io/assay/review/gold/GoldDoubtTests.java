package io.assay.review.gold;

import static io.assay.review.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.review.gold.GoldDoubt.Witness;
import io.assay.review.skill.Evidence;
import io.assay.review.skill.SkillEstimate;
import io.assay.truth.consensus.Tolerance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GoldDoubtTests {

    @Test
    void fourGoodWorkersWhoSayTheSameBringItDown() {
        GoldDoubt doubt = doubt(against(4, "dog", 0.9)).orElseThrow();

        // ln(0.01 / 0.99) + 4 ln(0.9 / 0.1) = 4.19
        assertThat(doubt.probability()).isCloseTo(0.985, within(0.001));
        assertThat(doubt.against()).isEqualTo(4);
        assertThat(doubt.instead()).isEqualTo(new Answer.Category("dog"));
        assertThat(doubt.workers()).hasSize(4);
        assertThat(doubt(against(3, "dog", 0.9))).isEmpty();
    }

    @Test
    void whoAgreesWithItHoldsItUp() {
        List<Witness> both = new ArrayList<>(against(4, "dog", 0.9));
        both.add(witness("for", "cat", true, 0.9));

        assertThat(doubt(both)).isEmpty();
    }

    @Test
    void contradictionsThatContradictEachOtherDoNotAddUp() {
        List<Witness> split = new ArrayList<>(against(3, "dog", 0.9));
        split.addAll(against(3, "bird", 0.9));

        assertThat(doubt(split)).isEmpty();
    }

    @Test
    void neitherManyWeakWorkersNorTwoPerfectOnesBringItDown() {
        assertThat(doubt(against(100, "dog", 0.69))).isEmpty();
        assertThat(doubt(against(2, "dog", 1))).isEmpty();
        assertThat(doubt(List.of())).isEmpty();
    }

    @Property(tries = 200)
    void eachMoreOnOneSideMovesItThatWay(
            @ForAll @IntRange(min = 3, max = 10) int against,
            @ForAll @IntRange(max = 5) int agreeing,
            @ForAll @DoubleRange(min = 0.7, max = 1) double accuracy,
            @ForAll Random random) {
        List<Witness> some = new ArrayList<>(against(against, "dog", accuracy));
        for (int i = 0; i < agreeing; i++) {
            some.add(witness("for" + i, "cat", true, accuracy));
        }
        List<Witness> more = new ArrayList<>(some);
        more.add(witness("more", "dog", false, accuracy));
        Collections.shuffle(more, random);

        Optional<GoldDoubt> before = doubt(some);
        Optional<GoldDoubt> after = doubt(more);

        before.ifPresent(
                doubt -> {
                    assertThat(doubt.probability()).isBetween(0.95, 1.0);
                    assertThat(after.orElseThrow().probability())
                            .isGreaterThanOrEqualTo(doubt.probability());
                });
    }

    /**
     * Case 32: five workers; four say dog and were right once before, so was the one who says cat.
     */
    @Test
    void inASmallProjectFourRightWorkersBringItDownAgainstOne() {
        List<Witness> five = new ArrayList<>(littleKnown(4, "dog", false, 1, 1));
        five.addAll(littleKnown(1, "cat", true, 1, 1));

        GoldDoubt doubt = doubt(five).orElseThrow();

        assertThat(doubt.against()).isEqualTo(4);
        assertThat(doubt.agreeing()).isEqualTo(1);
        assertThat(doubt.instead()).isEqualTo(new Answer.Category("dog"));
    }

    @Test
    void threeOrAMajorityThatIsNotClearDoNot() {
        assertThat(doubt(littleKnown(3, "dog", false, 5, 5))).isEmpty();
        List<Witness> split = new ArrayList<>(littleKnown(5, "dog", false, 1, 1));
        split.addAll(littleKnown(2, "cat", true, 1, 1));
        assertThat(doubt(split)).isEmpty();
        List<Witness> differing = new ArrayList<>(littleKnown(3, "dog", false, 1, 1));
        differing.addAll(littleKnown(3, "bird", false, 1, 1));
        assertThat(doubt(differing)).isEmpty();
    }

    /** Accounts cost nothing: any number of them that were never right count nothing. */
    @Test
    void newAccountsDoNotBringRightGoldDown() {
        assertThat(doubt(littleKnown(1_000, "dog", false, 0, 0))).isEmpty();
        assertThat(doubt(littleKnown(1_000, "dog", false, 1, 0))).isEmpty();
        assertThat(doubt(littleKnown(1_000, "dog", false, 10, 8))).isEmpty();
    }

    /** Among honest workers, who agree with it, colluders would have to be three times as many. */
    @Test
    void colludersWhoAreRightElsewhereFailOnHonestWorkers() {
        List<Witness> crowd = new ArrayList<>(littleKnown(6, "dog", false, 2, 2));
        crowd.addAll(littleKnown(3, "cat", true, 10, 10));
        assertThat(doubt(crowd)).isEmpty();
        List<Witness> known = new ArrayList<>(littleKnown(5, "dog", false, 2, 2));
        known.addAll(littleKnown(1, "cat", true, 60, 60));
        known.addAll(littleKnown(1, "cat", true, 0, 0));
        assertThat(doubt(known)).isEmpty();
    }

    private static List<Witness> littleKnown(
            int count, String says, boolean agrees, int checks, int right) {
        List<Witness> witnesses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SkillEstimate known = new SkillEstimate(new Evidence(checks, right), Evidence.NONE);
            witnesses.add(
                    new Witness(
                            says + i,
                            new Answer.Category(says),
                            agrees,
                            known.lower(),
                            known.trust(),
                            checks));
        }
        return witnesses;
    }

    private static Witness witness(String worker, String says, boolean agrees, double accuracy) {
        return new Witness(worker, new Answer.Category(says), agrees, accuracy, accuracy, 0);
    }

    private static Optional<GoldDoubt> doubt(List<Witness> witnesses) {
        return GoldDoubt.of(witnesses, Tolerance.DEFAULT, NOON);
    }

    private static List<Witness> against(int count, String says, double accuracy) {
        List<Witness> witnesses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            witnesses.add(witness(says + i, says, false, accuracy));
        }
        return witnesses;
    }
}
