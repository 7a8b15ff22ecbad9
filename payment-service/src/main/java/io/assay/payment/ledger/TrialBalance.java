package io.assay.payment.ledger;

import io.assay.events.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The whole journal in one page: per currency, what was debited equals what was credited.
 *
 * @param currencies in alphabetical order; empty while nothing was booked
 */
public record TrialBalance(boolean balanced, List<InCurrency> currencies) {

    /**
     * All postings of one currency.
     *
     * @param debit sum of what entered accounts
     * @param credit sum of what left accounts, as a positive amount
     */
    public record InCurrency(
            String currency, Money debit, Money credit, boolean balanced, List<OfKind> kinds) {}

    /**
     * All postings to one kind of account.
     *
     * @param balance debit less credit
     */
    record OfKind(AccountKind kind, Money debit, Money credit, Money balance) {}

    /**
     * What was posted to one kind of account in one currency.
     *
     * @param credit as a positive number of minor units
     */
    public record Turnover(AccountKind kind, String currency, long debit, long credit) {}

    /** Adds up the turnover of every kind and currency. */
    public static TrialBalance of(List<Turnover> turnovers) {
        Map<String, List<Turnover>> byCurrency =
                turnovers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Turnover::currency, TreeMap::new, Collectors.toList()));
        List<InCurrency> currencies = new ArrayList<>();
        byCurrency.forEach((currency, list) -> currencies.add(inCurrency(currency, list)));
        return new TrialBalance(
                currencies.stream().allMatch(InCurrency::balanced), List.copyOf(currencies));
    }

    private static InCurrency inCurrency(String currency, List<Turnover> turnovers) {
        long debit = turnovers.stream().mapToLong(Turnover::debit).sum();
        long credit = turnovers.stream().mapToLong(Turnover::credit).sum();
        return new InCurrency(
                currency,
                new Money(debit, currency),
                new Money(credit, currency),
                debit == credit,
                turnovers.stream()
                        .sorted(Comparator.comparing(Turnover::kind))
                        .map(TrialBalance::ofKind)
                        .toList());
    }

    private static OfKind ofKind(Turnover t) {
        return new OfKind(
                t.kind(),
                new Money(t.debit(), t.currency()),
                new Money(t.credit(), t.currency()),
                new Money(t.debit() - t.credit(), t.currency()));
    }
}
