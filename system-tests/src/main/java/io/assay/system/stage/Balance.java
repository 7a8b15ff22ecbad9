package io.assay.system.stage;

import io.assay.events.Money;
import tools.jackson.databind.JsonNode;

/** Reads what payment tells. */
final class Balance {

    private Balance() {}

    /** Held and available together, in one currency. */
    static Money total(JsonNode balance, String currency) {
        long minor = 0;
        for (JsonNode one : balance.path("balances")) {
            if (one.path("currency").asString("").equals(currency)) {
                minor += amount(one, "held") + amount(one, "available");
            }
        }
        return new Money(minor, currency);
    }

    static boolean isClean(JsonNode audit) {
        return audit.path("clean").asBoolean(false);
    }

    static String summary(JsonNode audit) {
        return "%,d entries, %d differences"
                .formatted(audit.path("entries").asLong(-1), audit.path("differences").size());
    }

    private static long amount(JsonNode node, String member) {
        return node.path(member).path("minor").asLong();
    }
}
