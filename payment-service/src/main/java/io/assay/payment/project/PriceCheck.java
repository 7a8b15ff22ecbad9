package io.assay.payment.project;

import io.assay.events.LeaseTerms;
import io.assay.events.Money;
import io.assay.events.RateCard;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what a worker was promised is what the project's rate card says. */
public sealed interface PriceCheck {

    /** The price is right. */
    record Right() implements PriceCheck {}

    /** The project or that version of its card is not known. */
    record CardUnknown() implements PriceCheck {}

    /** The card says otherwise. */
    record Wrong(Money expected) implements PriceCheck {}

    /**
     * @param project null if it is not known
     */
    static PriceCheck of(@Nullable ProjectTerms project, LeaseTerms terms) {
        Optional<RateCard> card =
                project == null ? Optional.empty() : project.card(terms.rateVersion());
        return card.map(c -> compare(c.price(terms.complexityPermille(), terms.tier()), terms))
                .orElseGet(CardUnknown::new);
    }

    private static PriceCheck compare(Money expected, LeaseTerms terms) {
        return expected.equals(terms.price()) ? new Right() : new Wrong(expected);
    }
}
