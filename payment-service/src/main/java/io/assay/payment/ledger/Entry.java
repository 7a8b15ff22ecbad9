package io.assay.payment.ledger;

import io.assay.events.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable movement of money between accounts. Whoever holds one holds a balanced one.
 *
 * @param id follows from what happened, so that a repeat is recognised as one
 * @param postings at least two, all in one currency, adding up to zero
 * @param earning present exactly for {@link EntryKind#EARNING}
 */
public record Entry(
        String id,
        EntryKind kind,
        String projectId,
        List<Posting> postings,
        @Nullable Earning earning) {

    /**
     * @throws IllegalArgumentException if the postings are fewer than two, of several currencies or
     *     out of balance
     */
    public Entry {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException(
                    "postings: " + postings.size() + " (expected: >= 2)");
        }
        Money sum = postings.stream().map(Posting::amount).reduce(Money::plus).orElseThrow();
        if (sum.minor() != 0) {
            throw new IllegalArgumentException(
                    "sum of postings: " + sum.minor() + " (expected: 0) in " + id);
        }
        if ((kind == EntryKind.EARNING) != (earning != null)) {
            throw new IllegalArgumentException("earning: " + earning + " in an entry of " + kind);
        }
    }

    public String currency() {
        return postings.getFirst().amount().currency();
    }

    /** What moved: the sum of the debits. */
    public Money amount() {
        long debits = postings.stream().mapToLong(p -> Math.max(0, p.amount().minor())).sum();
        return new Money(debits, currency());
    }
}
