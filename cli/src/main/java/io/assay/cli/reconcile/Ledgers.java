package io.assay.cli.reconcile;

import io.assay.events.Money;
import tools.jackson.databind.JsonNode;

/** Reads the answers of payment-service. */
final class Ledgers {

    private Ledgers() {}

    /** Held and available together, in one currency. */
    static Money total(JsonNode balance, String currency) {
        long minor = 0;
        for (JsonNode one : balance.path("balances")) {
            minor += amount(one.path("held"), currency) + amount(one.path("available"), currency);
        }
        return new Money(minor, currency);
    }

    /** Whether an audit is done and found nothing. */
    static boolean isClean(JsonNode audit) {
        return audit.path("status").asString("").equals("done")
                && audit.path("differenceCount").asLong(-1) == 0;
    }

    static String summary(JsonNode audit) {
        return "%s: %,d entries, %,d balances, %,d differences"
                .formatted(
                        audit.path("status").asString(""),
                        audit.path("entries").asLong(-1),
                        audit.path("balances").asLong(-1),
                        audit.path("differenceCount").asLong(-1));
    }

    private static long amount(JsonNode money, String currency) {
        return money.path("currency").asString("").equals(currency)
                ? money.path("minor").asLong()
                : 0;
    }
}
