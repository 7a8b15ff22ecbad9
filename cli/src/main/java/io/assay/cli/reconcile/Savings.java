package io.assay.cli.reconcile;

import static io.assay.cli.reconcile.Reconciliation.shown;

import io.assay.cli.client.Work.Earning;
import io.assay.events.Money;
import java.util.List;
import java.util.Locale;

/** What was not asked for, as it was not needed. */
public final class Savings {

    private Savings() {}

    /**
     * @param all labels that could have been asked for
     * @param price of a label
     */
    public static List<Check> of(Books books, long all, Money price) {
        long used = books.acknowledged().size();
        long spared = all - used;
        Money paid = Books.sum(books.earnings().stream().map(Earning::amount), books.currency());
        Money most = new Money(price.minor() * spared, price.currency());
        return List.of(
                new Check(
                        "labels used",
                        spared >= 0,
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d recorded, %.2f per item",
                                used,
                                all,
                                (double) used / books.planned().size())),
                new Check(
                        "money saved by stopping",
                        spared >= 0,
                        String.format(
                                Locale.ROOT,
                                "%s paid; %,d labels (%.1f %%) were not needed, for %s at most",
                                shown(paid),
                                spared,
                                100.0 * spared / all,
                                shown(most))));
    }
}
