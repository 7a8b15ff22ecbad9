package io.assay.payment.project;

import static io.assay.payment.Fixtures.NOON;
import static io.assay.payment.Fixtures.project;
import static io.assay.payment.Fixtures.rupees;
import static io.assay.payment.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.assay.events.LeaseTerms;
import io.assay.events.RateCard;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.Source;
import org.junit.jupiter.api.Test;

class ProjectTermsTests {

    private static final Source FIRST = new Source("assay.projects-0", 3);
    private static final Source SECOND = new Source("assay.projects-0", 9);

    @Test
    void keepsEveryCard() {
        ProjectTerms terms = ProjectTerms.apply(anyTerms(), project("p1", 2, 1_000), 2, SECOND);

        assertThat(terms.cards()).extracting(RateCard::version).containsExactly(1, 2);
    }

    @Test
    void anOlderEventOnlyAddsItsCard() {
        ProjectTerms newer = ProjectTerms.apply(null, project("p1", 2, 1_000), 5, FIRST);

        ProjectTerms terms = ProjectTerms.apply(newer, project("p1", 1, 77), 4, SECOND);

        assertThat(terms.card(1)).isPresent();
        assertThat(terms.limit()).isEqualTo(rupees(1_000));
        assertThat(terms.sequence()).isEqualTo(5);
    }

    @Test
    void aRepeatChangesNothing() {
        assertThat(ProjectTerms.apply(anyTerms(), project("p1", 1, 1_000), 1, SECOND))
                .isEqualTo(anyTerms());
    }

    @Test
    void booksEachLimitFromWhereItWasRead() {
        ProjectTerms terms = ProjectTerms.apply(anyTerms(), project("p1", 1, 400), 2, SECOND);

        assertThat(terms.entries(NOON))
                .extracting(JournalEntry::id, JournalEntry::source, e -> e.entry().amount())
                .containsExactly(
                        tuple("fund.p1.0", FIRST, rupees(1_000)),
                        tuple("fund.p1.1", SECOND, rupees(600)));
    }

    @Test
    void forgetsTheLimitsThatAreBooked() {
        ProjectTerms terms = anyTerms();
        for (int limit = 1; limit <= 5; limit++) {
            terms =
                    ProjectTerms.apply(
                            terms.booked(terms.limits()),
                            project("p1", 1, 1_000 + limit),
                            1 + limit,
                            SECOND);
        }

        assertThat(terms.fundings()).hasSize(2);
        assertThat(terms.limits()).isEqualTo(6);
        assertThat(terms.limit()).isEqualTo(rupees(1_005));
        assertThat(terms.entries(NOON))
                .extracting(JournalEntry::id, e -> e.entry().amount())
                .containsExactly(tuple("fund.p1.5", rupees(1)));
        assertThat(terms.booked(6).entries(NOON)).isEmpty();
        assertThat(terms.booked(3)).isEqualTo(terms);
    }

    @Test
    void checksThePriceByTheCardOfTheLease() {
        ProjectTerms terms =
                ProjectTerms.apply(anyTerms(), project("p1", 2, 500, 7, rupees(1_000)), 2, SECOND);

        assertThat(PriceCheck.of(terms, terms(1, 150))).isEqualTo(new PriceCheck.Right());
        assertThat(PriceCheck.of(terms, terms(2, 150)))
                .isEqualTo(new PriceCheck.Wrong(rupees(500)));
        assertThat(PriceCheck.of(terms, terms(3, 150))).isEqualTo(new PriceCheck.CardUnknown());
        assertThat(PriceCheck.of(null, terms(1, 150))).isEqualTo(new PriceCheck.CardUnknown());
    }

    @Test
    void countsTierAndComplexity() {
        LeaseTerms hard = new LeaseTerms(2, rupees(270), 1, 1_500, 1);

        assertThat(PriceCheck.of(anyTerms(), hard)).isEqualTo(new PriceCheck.Right());
    }

    private static ProjectTerms anyTerms() {
        return ProjectTerms.apply(null, project("p1", 1, 1_000), 1, FIRST);
    }
}
