package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    @Property
    void additionCommutesAndZeroIsNeutral(@ForAll int a, @ForAll int b) {
        assertThat(inr(a).plus(inr(b))).isEqualTo(inr(b).plus(inr(a))).isEqualTo(inr((long) a + b));
        assertThat(inr(a).plus(Money.zero("INR"))).isEqualTo(inr(a));
    }

    @Property
    void additionIsAssociative(@ForAll int a, @ForAll int b, @ForAll int c) {
        assertThat(inr(a).plus(inr(b)).plus(inr(c))).isEqualTo(inr(a).plus(inr(b).plus(inr(c))));
    }

    @Property
    void amountAndItsNegationCancel(@ForAll int a) {
        assertThat(inr(a).plus(inr(a).negated())).isEqualTo(Money.zero("INR"));
    }

    @Test
    void doesNotMixCurrencies() {
        assertThatThrownBy(() -> inr(1).plus(new Money(1, "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency: EUR (expected: INR)");
    }

    @Test
    void refusesToOverflow() {
        assertThatThrownBy(() -> inr(Long.MAX_VALUE).plus(inr(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> inr(Long.MIN_VALUE).negated())
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inr", "IN", "INRS", "IN1", " INR", "INR\n"})
    void refusesWhatIsNoCurrencyCode(String code) {
        assertThatThrownBy(() -> new Money(1, code)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Money inr(long minor) {
        return new Money(minor, "INR");
    }
}
