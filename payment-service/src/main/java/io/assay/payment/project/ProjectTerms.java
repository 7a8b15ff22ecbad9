package io.assay.payment.project;

import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.RateCard;
import io.assay.payment.ledger.Entries;
import io.assay.payment.ledger.JournalEntry;
import io.assay.payment.ledger.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project as payment sees it.
 *
 * @param sequence of the newest event that was taken in
 * @param cards every version seen, since a lease keeps the card it was given under; task-service
 *     allows 1,000
 * @param fundings the limits that it had, oldest first, from the last on that is surely booked
 * @param forgotten how many were before these
 */
public record ProjectTerms(
        String projectId,
        String requesterId,
        ProjectStatus status,
        long sequence,
        int holdDays,
        List<RateCard> cards,
        List<Funding> fundings,
        int forgotten) {

    /**
     * A limit that the project got.
     *
     * @param source of the event that set it
     */
    record Funding(Money limit, Source source, Instant changedAt) {}

    public ProjectTerms {
        cards = List.copyOf(cards);
        fundings = List.copyOf(fundings);
    }

    /**
     * With what an event says. An older one than the newest taken in only adds its rate card.
     *
     * @param before null if nothing is known of the project
     */
    public static ProjectTerms apply(
            @Nullable ProjectTerms before, ProjectChanged event, long sequence, Source source) {
        if (before == null) {
            return first(event, sequence, source);
        }
        List<RateCard> cards = before.cardsWith(event.rateCard());
        if (sequence <= before.sequence) {
            return before.withCards(cards);
        }
        return new ProjectTerms(
                before.projectId,
                event.requesterId(),
                event.status(),
                sequence,
                event.holdDays(),
                cards,
                before.fundingsWith(event, source),
                before.forgotten);
    }

    /** The card of that version, if it is known. */
    public Optional<RateCard> card(int version) {
        return cards.stream().filter(c -> c.version() == version).findFirst();
    }

    /** Most that may be spent and reserved. */
    public Money limit() {
        return fundings.getLast().limit();
    }

    /**
     * One entry for each limit that may not be booked yet. All of them each time: the log of
     * projects is compacted, so an interrupted event may never be read again, and then the next one
     * makes up for it.
     */
    public List<JournalEntry> entries(Instant now) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = forgotten == 0 ? 0 : 1; i < fundings.size(); i++) {
            Money before = i == 0 ? null : fundings.get(i - 1).limit();
            Funding funding = fundings.get(i);
            Entries.funding(projectId, forgotten + i, before, funding.limit())
                    .forEach(e -> entries.add(new JournalEntry(e, funding.source(), now)));
        }
        return entries;
    }

    /** How many limits it ever had. */
    public int limits() {
        return forgotten + fundings.size();
    }

    /**
     * Without what need not be kept.
     *
     * @param limits how many of the limits are booked, in the journal and in the balances
     */
    public ProjectTerms booked(int limits) {
        int gone = limits - 1 - forgotten;
        return gone <= 0
                ? this
                : new ProjectTerms(
                        projectId,
                        requesterId,
                        status,
                        sequence,
                        holdDays,
                        cards,
                        fundings.subList(gone, fundings.size()),
                        forgotten + gone);
    }

    private static ProjectTerms first(ProjectChanged event, long sequence, Source source) {
        return new ProjectTerms(
                event.projectId(),
                event.requesterId(),
                event.status(),
                sequence,
                event.holdDays(),
                List.of(event.rateCard()),
                List.of(new Funding(event.budget(), source, event.changedAt())),
                0);
    }

    private ProjectTerms withCards(List<RateCard> cards) {
        return new ProjectTerms(
                projectId, requesterId, status, sequence, holdDays, cards, fundings, forgotten);
    }

    private List<RateCard> cardsWith(RateCard card) {
        return card(card.version()).isPresent()
                ? cards
                : Stream.concat(cards.stream(), Stream.of(card)).toList();
    }

    private List<Funding> fundingsWith(ProjectChanged event, Source source) {
        if (event.budget().equals(limit())) {
            return fundings;
        }
        Funding funding = new Funding(event.budget(), source, event.changedAt());
        return Stream.concat(fundings.stream(), Stream.of(funding)).toList();
    }
}
