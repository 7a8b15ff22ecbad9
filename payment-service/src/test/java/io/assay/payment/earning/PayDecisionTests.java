package io.assay.payment.earning;

import static io.assay.payment.Fixtures.NOON;
import static io.assay.payment.Fixtures.accepted;
import static io.assay.payment.Fixtures.corrected;
import static io.assay.payment.Fixtures.project;
import static io.assay.payment.Fixtures.rejected;
import static io.assay.payment.Fixtures.reviewed;
import static io.assay.payment.Fixtures.rupees;
import static io.assay.payment.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.events.CorrectionReason;
import io.assay.events.LabelReviewed;
import io.assay.events.LeaseTerms;
import io.assay.events.Verdict;
import io.assay.payment.earning.Dispute.Status;
import io.assay.payment.ledger.AccountId;
import io.assay.payment.ledger.EntryKind;
import io.assay.payment.ledger.Posting;
import io.assay.payment.ledger.Source;
import io.assay.payment.project.ProjectTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayDecisionTests {

    private static final Source HERE = new Source("assay.reviews-1", 11);
    private static final Source LATER = new Source("assay.reviews-1", 80);
    private static final ProjectTerms KNOWN =
            ProjectTerms.apply(null, project("p1", 1, 1_000), 1, new Source("assay.projects-0", 0));

    @Test
    void paysAnAcceptedLabel() {
        assertThat(decide(accepted("t1", "w1", "p1"), HERE, KNOWN, null))
                .isInstanceOfSatisfying(
                        PayDecision.Book.class,
                        b -> assertThat(b.entry().id()).isEqualTo("t1.w1.label_accepted"));
    }

    @Test
    void releasesForARejectedLabelWhateverItsPrice() {
        assertThat(decide(rejected("t1", "w1", "p1"), HERE, null, null))
                .isInstanceOfSatisfying(
                        PayDecision.Book.class,
                        b -> assertThat(b.entry().kind()).isEqualTo(EntryKind.RELEASE));
    }

    @ParameterizedTest
    @EnumSource(CorrectionReason.class)
    void paysACorrectedLabelUnderTheSameIdFromWhatWasReleased(CorrectionReason why) {
        assertThat(decide(corrected("t1", "w1", "p1", why), HERE, KNOWN, null))
                .isInstanceOfSatisfying(
                        PayDecision.Book.class,
                        b -> {
                            assertThat(b.entry().id()).isEqualTo("t1.w1.label_accepted");
                            assertThat(b.entry().postings())
                                    .extracting(Posting::account)
                                    .contains(AccountId.released("p1"))
                                    .doesNotContain(AccountId.reserved("p1"));
                        });
    }

    @Test
    void paysACorrectionOfWhatWaitsAsAcceptedFromWhatWasPromised() {
        Dispute waiting = dispute(Status.WAITING, HERE);

        assertThat(decide(corrected("t1", "w1", "p1"), LATER, KNOWN, waiting))
                .isInstanceOfSatisfying(
                        PayDecision.Book.class,
                        b ->
                                assertThat(b.entry().postings())
                                        .extracting(Posting::account)
                                        .contains(AccountId.reserved("p1"))
                                        .doesNotContain(AccountId.released("p1")));
    }

    @Test
    void holdsAnEarningAsLongAsWasPromisedWithTheLease() {
        LeaseTerms of = terms(1, 150);
        LeaseTerms promised =
                new LeaseTerms(
                        of.tier(),
                        of.price(),
                        of.rateVersion(),
                        of.complexityPermille(),
                        of.guidelineVersion(),
                        null,
                        2);

        assertThat(heldUntil(reviewed("t1", "w1", "p1", Verdict.ACCEPTED, promised)))
                .isEqualTo(day(2));
        assertThat(heldUntil(reviewed("t1", "w1", "p1", Verdict.ACCEPTED, of)))
                .isEqualTo(day(KNOWN.holdDays()));
    }

    private static Instant heldUntil(LabelReviewed verdict) {
        return ((PayDecision.Book) decide(verdict, HERE, KNOWN, null))
                .entry()
                .earning()
                .heldUntil();
    }

    private static Instant day(int later) {
        return NOON.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(later));
    }

    @Test
    void waitsForAProjectOrACardThatHasNotArrived() {
        assertThat(decide(accepted("t1", "w1", "p1"), HERE, null, null))
                .isEqualTo(new PayDecision.Park(Status.WAITING, null));
        assertThat(decide(promised(2, 150), HERE, KNOWN, null))
                .isEqualTo(new PayDecision.Park(Status.WAITING, null));
    }

    @Test
    void disputesAPriceThatTheCardDoesNotSay() {
        assertThat(decide(promised(1, 151), HERE, KNOWN, null))
                .isEqualTo(new PayDecision.Park(Status.DISPUTED, rupees(150)));
    }

    @Test
    void staysParkedWhenReadAgainWhereItWasParked() {
        Dispute waiting = dispute(Status.WAITING, HERE);

        // The card has arrived, but the balances are past this record already.
        assertThat(decide(accepted("t1", "w1", "p1"), HERE, KNOWN, waiting))
                .isEqualTo(new PayDecision.StayParked());
    }

    @Test
    void paysWhatWasWaitingWhenItIsToldAgain() {
        Dispute waiting = dispute(Status.WAITING, HERE);

        assertThat(decide(accepted("t1", "w1", "p1"), LATER, KNOWN, waiting))
                .isInstanceOf(PayDecision.Book.class);
    }

    @Test
    void paysAPromiseThatFinanceApproved() {
        assertThat(decide(promised(1, 151), LATER, KNOWN, dispute(Status.APPROVED, HERE)))
                .isInstanceOfSatisfying(
                        PayDecision.Book.class,
                        b -> assertThat(b.entry().amount()).isEqualTo(rupees(151)));
        assertThat(decide(promised(1, 151), LATER, KNOWN, dispute(Status.DISPUTED, HERE)))
                .isInstanceOf(PayDecision.Park.class);
    }

    @Test
    void refusesAnAssignmentThatIsNotOfThisWorker() {
        LabelReviewed honest = accepted("t1", "w1", "p1");
        LabelReviewed forged =
                new LabelReviewed(
                        "t1.w1",
                        "t1",
                        "p1",
                        "w2",
                        honest.terms(),
                        honest.verdict(),
                        honest.reason(),
                        honest.basis(),
                        "",
                        1,
                        NOON);

        assertThatThrownBy(() -> decide(forged, HERE, KNOWN, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PayDecision decide(
            LabelReviewed verdict,
            Source source,
            @Nullable ProjectTerms project,
            @Nullable Dispute dispute) {
        return PayDecision.on(verdict, source, project, dispute);
    }

    private static LabelReviewed promised(int rateVersion, long price) {
        return reviewed("t1", "w1", "p1", Verdict.ACCEPTED, terms(rateVersion, price));
    }

    private static Dispute dispute(Status status, Source source) {
        return new Dispute(
                status, accepted("t1", "w1", "p1"), "e1", 1, null, source, null, NOON, null);
    }
}
