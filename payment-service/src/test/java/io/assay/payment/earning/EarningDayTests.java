package io.assay.payment.earning;

import static io.assay.payment.ledger.LedgerFixtures.NOON;
import static io.assay.payment.ledger.LedgerFixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Ids;
import io.assay.events.Money;
import io.assay.payment.earning.EarningDay.Part;
import io.assay.payment.ledger.Entries;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.LabelRef;
import io.assay.payment.ledger.Source;
import io.assay.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EarningDayTests {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Test
    void nothingWasEarned() {
        assertThat(EarningDay.page(List.<JournalEntry>of().iterator(), KOLKATA, 31).items())
                .isEmpty();
    }

    @Test
    void sumsUpByDayProjectAndCurrency() {
        List<JournalEntry> earnings =
                List.of(
                        earning(NOON, "p2", rupees(5)),
                        earning(NOON, "p1", rupees(10)),
                        earning(NOON.minusSeconds(1), "p1", rupees(20)),
                        earning(NOON.minusSeconds(2), "p1", new Money(3, "EUR")),
                        earning(NOON.minus(Duration.ofDays(3)), "p1", rupees(40)));

        Page<EarningDay> page = EarningDay.page(earnings.iterator(), ZoneOffset.UTC, 31);

        assertThat(page.items())
                .containsExactly(
                        new EarningDay(
                                TODAY,
                                List.of(
                                        new Part("p1", 1, new Money(3, "EUR")),
                                        new Part("p1", 2, rupees(30)),
                                        new Part("p2", 1, rupees(5)))),
                        new EarningDay(TODAY.minusDays(3), List.of(new Part("p1", 1, rupees(40)))));
        assertThat(page.next()).isNull();
    }

    @Test
    void aDayBeginsAsTheZoneHasIt() {
        Instant evening = TODAY.atTime(19, 0).toInstant(ZoneOffset.UTC);

        assertThat(days(evening, ZoneOffset.UTC)).containsExactly(TODAY);
        assertThat(days(evening, KOLKATA)).containsExactly(TODAY.plusDays(1));
        assertThat(EarningDay.before(TODAY.plusDays(1), KOLKATA))
                .isEqualTo(TODAY.atTime(18, 30).toInstant(ZoneOffset.UTC));
    }

    private static List<LocalDate> days(Instant at, ZoneId zone) {
        return EarningDay.page(List.of(earning(at, "p1", rupees(1))).iterator(), zone, 1)
                .items()
                .stream()
                .map(EarningDay::day)
                .toList();
    }

    @Test
    void endsAfterAWholeDayWhereThatIsTooMuch() {
        List<JournalEntry> earnings = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            for (int i = 0; i < 5; i++) {
                Instant at = NOON.minus(Duration.ofDays(day)).minusSeconds(i);
                earnings.add(earning(at, "p1", rupees(1)));
            }
        }

        Page<EarningDay> page = EarningDay.page(earnings.iterator(), ZoneOffset.UTC, 31, 7);

        assertThat(page.items())
                .extracting(day -> day.parts().getFirst().earnings())
                .containsExactly(5, 5);
        assertThat(page.next()).isEqualTo(TODAY.minusDays(1).toString());
    }

    /** However it is cut, each earning is counted once. */
    @Property
    void pagesLoseNothing(
            @ForAll @Size(max = 40) List<@IntRange(max = 200) Integer> hoursAgo,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        List<JournalEntry> earnings =
                hoursAgo.stream()
                        .map(hours -> earning(NOON.minus(Duration.ofHours(hours)), "p1", rupees(7)))
                        .sorted(Comparator.comparing(JournalEntry::recordedAt).reversed())
                        .toList();

        List<EarningDay> all = new ArrayList<>();
        Page<EarningDay> page = EarningDay.page(earnings.iterator(), KOLKATA, limit);
        all.addAll(page.items());
        while (page.next() != null) {
            Instant before = EarningDay.before(LocalDate.parse(page.next()), KOLKATA);
            page =
                    EarningDay.page(
                            earnings.stream()
                                    .filter(earning -> earning.recordedAt().isBefore(before))
                                    .iterator(),
                            KOLKATA,
                            limit);
            all.addAll(page.items());
        }

        assertThat(all).extracting(EarningDay::day).doesNotHaveDuplicates();
        assertThat(all.stream().flatMap(day -> day.parts().stream()).mapToInt(Part::earnings).sum())
                .isEqualTo(earnings.size());
    }

    private static JournalEntry earning(Instant at, String projectId, Money amount) {
        LabelRef label = new LabelRef(Ids.assignmentId("t", "w"), "t", projectId, "w");
        return new JournalEntry(
                Entries.earning(label, amount, at, 7), new Source("assay.reviews-0", 1), at);
    }
}
