package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.assignment.Assignment.Answered;
import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Leased;
import io.assay.assignment.assignment.Assignment.Returned;
import io.assay.assignment.assignment.Assignment.Reviewed;
import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.assignment.assignment.AssignmentDecider.Decision;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Decided;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Refused;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Repeated;
import io.assay.events.Answer;
import io.assay.events.AssignmentReturned;
import io.assay.events.FlagReason;
import io.assay.events.LabelFlagged;
import io.assay.events.LabelReviewed;
import io.assay.events.LabelSubmitted;
import io.assay.events.LeaseRule;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Money;
import io.assay.events.Point;
import io.assay.events.ReturnReason;
import io.assay.events.Tool;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.events.VerdictReason;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssignmentDeciderTests {

    private static final Instant LEASED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = LEASED_AT.plusSeconds(60);
    private static final Submission CAT = new Submission.Label(new Answer.Category("cat"));
    private static final Submission DOG = new Submission.Label(new Answer.Category("dog"));
    private static final Submission FLAG =
            new Submission.Flag(FlagReason.OTHER, "upside down", null);

    private static final Refused OUTSIDE =
            new Decision.Invalid(List.of("mark: outside the picture"));

    @Test
    void answersALease() {
        Decision decision = AssignmentDecider.submit(leased(), CAT, NOW);

        assertThat(decision).isInstanceOf(Decided.class);
        Decided decided = (Decided) decision;
        assertThat(decided.next()).isEqualTo(new Answered(anyLease(), CAT, NOW));
        assertThat(decided.events())
                .containsExactly(
                        new LabelSubmitted(
                                "t.w",
                                "t",
                                "p",
                                "w",
                                anyLease().terms(),
                                new Answer.Category("cat"),
                                LEASED_AT,
                                NOW));
    }

    @Test
    void answersALeaseWhoseTimeRanOutButWasNotReturned() {
        assertThat(AssignmentDecider.submit(leased(), CAT, anyLease().expiresAt().plusSeconds(9)))
                .isInstanceOf(Decided.class);
    }

    @Test
    void flagsALease() {
        Decided decided = (Decided) AssignmentDecider.submit(leased(), FLAG, NOW);

        assertThat(decided.events()).singleElement().isInstanceOf(LabelFlagged.class);
    }

    @Test
    void takesAFlagThatMarksAPlaceInThePictureAndNoOther() {
        Media picture = new Media("image", "https://example.org/a.png", null, 640, 480);

        assertThat(AssignmentDecider.flag(leased(picture), marking(640, 480), NOW))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided ->
                                assertThat(((LabelFlagged) decided.events().getFirst()).mark())
                                        .isEqualTo(new Point(640, 480)));
        assertThat(AssignmentDecider.flag(leased(picture), marking(640.5, 0), NOW))
                .isEqualTo(OUTSIDE);
        assertThat(AssignmentDecider.flag(leased(picture), marking(0, 481), NOW))
                .isEqualTo(OUTSIDE);
        assertThat(AssignmentDecider.flag(leased(), marking(-1, 0), NOW)).isEqualTo(OUTSIDE);
        assertThat(AssignmentDecider.flag(leased(), marking(9_000, 0), NOW))
                .isInstanceOf(Decided.class);
    }

    @Test
    void repeatsTheSameAnswer() {
        Answered answered = new Answered(anyLease(), CAT, NOW);

        assertThat(AssignmentDecider.submit(answered, CAT, NOW.plusSeconds(1)))
                .isEqualTo(new Repeated(answered));
        assertThat(AssignmentDecider.submit(reviewed(answered), CAT, NOW))
                .isEqualTo(new Repeated(reviewed(answered)));
    }

    @Test
    void refusesAnotherAnswer() {
        Answered answered = new Answered(anyLease(), CAT, NOW);
        Refused refused = new Decision.AlreadyAnswered();

        assertThat(AssignmentDecider.submit(answered, DOG, NOW)).isEqualTo(refused);
        assertThat(AssignmentDecider.submit(answered, FLAG, NOW)).isEqualTo(refused);
        assertThat(AssignmentDecider.submit(reviewed(answered), DOG, NOW)).isEqualTo(refused);
        assertThat(AssignmentDecider.giveBack(answered, ReturnReason.SKIPPED, NOW))
                .isEqualTo(refused);
    }

    @Test
    void refusesAnAnswerToWhatWasReturned() {
        assertThat(AssignmentDecider.submit(returned(ReturnReason.EXPIRED), CAT, NOW))
                .isEqualTo(new Decision.LeaseExpired());
        assertThat(AssignmentDecider.submit(returned(ReturnReason.SKIPPED), CAT, NOW))
                .isEqualTo(new Decision.AlreadyReturned());
    }

    @ParameterizedTest
    @EnumSource
    void givesBackALease(ReturnReason reason) {
        Decided decided = (Decided) AssignmentDecider.giveBack(leased(), reason, NOW);

        assertThat(decided.next()).isEqualTo(returned(reason));
        assertThat(decided.events())
                .containsExactly(
                        new AssignmentReturned(
                                "t.w", "t", "p", "w", anyLease().terms(), reason, NOW));
        assertThat(AssignmentDecider.giveBack(decided.next(), reason, NOW))
                .isEqualTo(new Repeated(decided.next()));
    }

    @Test
    void extendsALeaseUpToWhatTheProjectAllows() {
        LeaseRule rule = new LeaseRule(5, 600, 1);
        Instant last = LEASED_AT.plusSeconds(1_200);

        assertThat(AssignmentDecider.extend(leased(), rule, NOW))
                .isEqualTo(new Decided(leasedUntil(NOW.plusSeconds(600)), List.of()));
        assertThat(AssignmentDecider.extend(leased(), rule, LEASED_AT.plusSeconds(700)))
                .isEqualTo(new Decided(leasedUntil(last), List.of()));
        assertThat(AssignmentDecider.extend(leasedUntil(last), rule, NOW))
                .isEqualTo(new Decision.ExtendedEnough(last));
        assertThat(AssignmentDecider.extend(leased(), new LeaseRule(5, 600, 0), NOW))
                .isEqualTo(new Decision.ExtendedEnough(LEASED_AT.plusSeconds(600)));
        assertThat(AssignmentDecider.extend(leased(), rule, LEASED_AT))
                .isEqualTo(new Repeated(leased()));
    }

    @Test
    void extendsNothingThatIsOver() {
        LeaseRule rule = new LeaseRule(5, 600);

        assertThat(AssignmentDecider.extend(new Answered(anyLease(), CAT, NOW), rule, NOW))
                .isEqualTo(new Decision.AlreadyAnswered());
        assertThat(AssignmentDecider.extend(returned(ReturnReason.EXPIRED), rule, NOW))
                .isEqualTo(new Decision.LeaseExpired());
        assertThat(AssignmentDecider.extend(returned(ReturnReason.RELEASED), rule, NOW))
                .isEqualTo(new Decision.AlreadyReturned());
    }

    @Property
    void anExtensionNeverTakesTimeAwayNorGivesTooMuch(
            @ForAll @IntRange(min = 10, max = 86_400) int seconds,
            @ForAll @IntRange(max = 10) int extensions,
            @ForAll @IntRange(max = 1_000_000) int after,
            @ForAll @IntRange(max = 1_000_000) int until) {
        LeaseRule rule = new LeaseRule(5, seconds, extensions);
        Instant before = LEASED_AT.plusSeconds(until);

        Decision decision =
                AssignmentDecider.extend(leasedUntil(before), rule, LEASED_AT.plusSeconds(after));

        if (decision instanceof Decided(Assignment next, _)) {
            assertThat(next.lease().expiresAt())
                    .isAfter(before)
                    .isBeforeOrEqualTo(LEASED_AT.plusSeconds(seconds * (1L + extensions)))
                    .isBeforeOrEqualTo(LEASED_AT.plusSeconds((long) after + seconds));
        }
    }

    @Test
    void expiresWhatWasNotExtended() {
        Instant end = anyLease().expiresAt();
        Assignment extended = leasedUntil(end.plusMillis(1));

        assertThat(AssignmentDecider.expire(leased(), end)).isInstanceOf(Decided.class);
        assertThat(AssignmentDecider.expire(extended, end)).isEqualTo(new Repeated(extended));
        assertThat(AssignmentDecider.expire(new Answered(anyLease(), CAT, NOW), end))
                .isInstanceOf(Refused.class);
    }

    @Test
    void keepsTheNewestVerdict() {
        Answered answered = new Answered(anyLease(), CAT, NOW);
        LabelReviewed rejected = verdict(Verdict.REJECTED, NOW.plusSeconds(1));
        LabelReviewed accepted = verdict(Verdict.ACCEPTED, NOW.plusSeconds(2));

        Assignment first = AssignmentDecider.review(answered, rejected);
        Assignment second = AssignmentDecider.review(first, accepted);

        assertThat(first).extracting("review.verdict").isEqualTo(Verdict.REJECTED);
        assertThat(second).extracting("review.verdict").isEqualTo(Verdict.ACCEPTED);
        assertThat(AssignmentDecider.review(second, rejected)).isSameAs(second);
        assertThat(AssignmentDecider.review(second, accepted)).isSameAs(second);
    }

    @Test
    void reviewsNothingThatWasNotAnswered() {
        assertThat(AssignmentDecider.review(leased(), verdict(Verdict.ACCEPTED, NOW)))
                .isEqualTo(leased());
    }

    private static Submission.Flag marking(double x, double y) {
        return new Submission.Flag(FlagReason.UNCLEAR, null, new Point(x, y));
    }

    private static Assignment leased(Media picture) {
        return new Leased(lease(picture));
    }

    private static Lease anyLease() {
        return lease(new Media("image", "https://example.org/a.png", null, null, null));
    }

    private static Lease lease(Media picture) {
        return new Lease(
                "t",
                "p",
                "w",
                0,
                new LeaseTerms(1, new Money(150, "INR"), 1, 1_000, 1),
                picture,
                Tool.CATEGORY,
                null,
                LEASED_AT,
                LEASED_AT.plusSeconds(600));
    }

    private static Assignment leased() {
        return new Leased(anyLease());
    }

    private static Assignment leasedUntil(Instant end) {
        return new Leased(anyLease().until(end));
    }

    private static Assignment returned(ReturnReason reason) {
        return new Returned(anyLease(), reason, NOW);
    }

    private static Reviewed reviewed(Answered answered) {
        return (Reviewed) AssignmentDecider.review(answered, verdict(Verdict.ACCEPTED, NOW));
    }

    private static LabelReviewed verdict(Verdict verdict, Instant at) {
        return new LabelReviewed(
                "t.w",
                "t",
                "p",
                "w",
                anyLease().terms(),
                verdict,
                VerdictReason.AGREES,
                VerdictBasis.GOLD,
                "As others see it.",
                1,
                at);
    }
}
