package io.assay.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a label of a project earns. The same function prices a lease and checks the earning, so both
 * sides of the wire agree to the minor unit.
 *
 * @param version 1 for the first card of a project, then counted up; a lease keeps the card it was
 *     given under
 * @param base price of a label of complexity 1.000 at a tier without a factor of its own
 * @param tierPermille factor in thousandths by tier; a tier that is absent counts 1,000
 */
public record RateCard(int version, Money base, Map<Integer, Integer> tierPermille) {

    public RateCard {
        tierPermille = Collections.unmodifiableMap(new TreeMap<>(tierPermille));
    }

    /**
     * Base × complexity × tier factor, rounded half-even once.
     *
     * @param complexityPermille of the task, in thousandths; 1,000 is an ordinary picture
     */
    public Money price(int complexityPermille, int tier) {
        BigDecimal exact =
                BigDecimal.valueOf(base.minor())
                        .multiply(BigDecimal.valueOf(complexityPermille))
                        .multiply(BigDecimal.valueOf(tierPermille.getOrDefault(tier, 1_000)))
                        .movePointLeft(6);
        return new Money(
                exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), base.currency());
    }
}
