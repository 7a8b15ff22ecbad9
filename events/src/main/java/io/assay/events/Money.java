package io.assay.events;

import java.util.regex.Pattern;

/**
 * An amount in integer minor units (paise, cents) of one currency.
 *
 * @param minor minor units; may be negative in a posting
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(long minor, String currency) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Money {
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException(
                    "currency: " + currency + " (expected: three capital letters of ISO 4217)");
        }
    }

    /**
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum overflows
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "currency: " + other.currency + " (expected: " + currency + ")");
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }
}
