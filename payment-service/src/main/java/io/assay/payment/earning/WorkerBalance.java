package io.assay.payment.earning;

import io.assay.events.Money;
import io.assay.payment.ledger.AccountKind;
import io.assay.payment.ledger.PartialBalance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a worker has earned in one currency and was not paid out yet.
 *
 * @param held may be paid out later
 * @param available may be paid out now
 * @param releases when which part of what is held becomes available, in order; at most one for each
 *     day of the longest hold
 */
record WorkerBalance(Money held, Money available, List<Release> releases) {

    /**
     * @param on from 00:00 UTC of this day
     */
    record Release(LocalDate on, Money amount) {}

    WorkerBalance {
        releases = List.copyOf(releases);
    }

    /**
     * One balance per currency, in alphabetical order.
     *
     * @param parts of the accounts of one worker
     * @param today in UTC: what is available from then on counts as available
     */
    static List<WorkerBalance> of(List<PartialBalance> parts, LocalDate today) {
        Map<String, SortedMap<LocalDate, Long>> byCurrency = new TreeMap<>();
        for (PartialBalance part : parts) {
            if (part.key().account().kind() == AccountKind.HELD) {
                byCurrency
                        .computeIfAbsent(part.key().currency(), _ -> new TreeMap<>())
                        .merge(part.key().account().availableFrom(), part.minor(), Math::addExact);
            }
        }
        List<WorkerBalance> balances = new ArrayList<>();
        byCurrency.forEach((currency, days) -> balances.add(of(currency, days, today)));
        return List.copyOf(balances);
    }

    private static WorkerBalance of(
            String currency, SortedMap<LocalDate, Long> days, LocalDate today) {
        SortedMap<LocalDate, Long> later = days.tailMap(today.plusDays(1));
        return new WorkerBalance(
                sum(currency, later),
                sum(currency, days.headMap(today.plusDays(1))),
                later.entrySet().stream()
                        .filter(day -> day.getValue() != 0)
                        .map(day -> new Release(day.getKey(), new Money(day.getValue(), currency)))
                        .toList());
    }

    private static Money sum(String currency, SortedMap<LocalDate, Long> days) {
        return new Money(days.values().stream().reduce(0L, Math::addExact), currency);
    }
}
