package io.assay.payment.earning;

import io.assay.events.Money;
import io.assay.payment.ledger.AccountKind;
import io.assay.payment.ledger.PartialBalance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a worker has earned in one currency and was not paid out yet.
 *
 * @param held may be paid out later
 * @param available may be paid out now
 */
record WorkerBalance(Money held, Money available) {

    /**
     * One balance per currency, in alphabetical order.
     *
     * @param parts of the accounts of one worker
     * @param today in UTC: what is available from then on counts as available
     */
    static List<WorkerBalance> of(List<PartialBalance> parts, LocalDate today) {
        Map<String, Long> held = new TreeMap<>();
        Map<String, Long> available = new TreeMap<>();
        for (PartialBalance part : parts) {
            if (part.key().account().kind() == AccountKind.HELD) {
                String currency = part.key().currency();
                boolean waits = part.key().account().availableFrom().isAfter(today);
                held.merge(currency, waits ? part.minor() : 0, Math::addExact);
                available.merge(currency, waits ? 0 : part.minor(), Math::addExact);
            }
        }
        List<WorkerBalance> balances = new ArrayList<>();
        held.forEach(
                (currency, minor) ->
                        balances.add(
                                new WorkerBalance(
                                        new Money(minor, currency),
                                        new Money(
                                                available.getOrDefault(currency, 0L), currency))));
        return List.copyOf(balances);
    }
}
