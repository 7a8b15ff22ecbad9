package io.assay.review.gold;

import static io.assay.review.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.review.consensus.Tolerance;
import io.assay.review.gold.GoldDoubt.Witness;
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
        both.add(new Witness("for", new Answer.Category("cat"), true, 0.9));

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
            some.add(new Witness("for" + i, new Answer.Category("cat"), true, accuracy));
        }
        List<Witness> more = new ArrayList<>(some);
        more.add(new Witness("more", new Answer.Category("dog"), false, accuracy));
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

    private static Optional<GoldDoubt> doubt(List<Witness> witnesses) {
        return GoldDoubt.of(witnesses, Tolerance.DEFAULT, NOON);
    }

    private static List<Witness> against(int count, String says, double accuracy) {
        List<Witness> witnesses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            witnesses.add(new Witness(says + i, new Answer.Category(says), false, accuracy));
        }
        return witnesses;
    }
}
