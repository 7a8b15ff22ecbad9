package io.assay.truth.inference;

/**
 * Whether an item is worth one more label. It is while the item has too few; and then as long as it
 * is not sure enough, money is left, and some number <i>m</i> of further labels is expected to gain
 * at least its price: how much likelier the answer gets to be right, by the value of information
 * (Raiffa and Schlaifer, Applied Statistical Decision Theory, 1961) of <i>m</i> labels between the
 * two likeliest classes. Looking <i>m</i> labels ahead matters: often one alone cannot turn the
 * decision, and would seem worth nothing.
 *
 * @param target probability of the likeliest class that is enough, 0 to 1
 * @param min labels that every item gets
 * @param max labels that no item gets more of
 * @param price what a label costs, as a probability to be right, 0 or more
 */
public record StoppingRule(double target, int min, int max, double price) {

    public StoppingRule {
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("target: " + target + " (expected: 0 to 1)");
        }
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "min, max: %d, %d (expected: 0 <= min <= max)".formatted(min, max));
        }
        if (!(price >= 0)) {
            throw new IllegalArgumentException("price: " + price + " (expected: >= 0)");
        }
    }

    /**
     * @param posterior of the item's classes
     * @param votes labels that it has
     * @param accuracy probability that the next label is right, 0 to 1
     * @param budget labels that can still be paid
     */
    public boolean wantsMore(double[] posterior, int votes, double accuracy, long budget) {
        long further = Math.min(max - votes, budget);
        if (further <= 0) {
            return false;
        }
        if (votes < min) {
            return true;
        }
        double first = 0;
        double second = 0;
        for (double p : posterior) {
            second = Math.max(second, Math.min(first, p));
            first = Math.max(first, p);
        }
        return first < target && isWorth(first, second, accuracy, further);
    }

    private boolean isWorth(double first, double second, double accuracy, long further) {
        for (int m = 1; m <= further; m++) {
            if (m * price > second) {
                return false;
            }
            if (gain(first, second, accuracy, m) >= m * price) {
                return true;
            }
        }
        return false;
    }

    /**
     * How much likelier the better of two classes gets to be the true one by so many further
     * labels.
     *
     * @param first probability of the likelier class
     * @param second of the other one, at most as much
     */
    static double gain(double first, double second, double accuracy, int labels) {
        double p = Math.clamp(accuracy, 0.5, 0.99);
        double sum = 0;
        double ways = 1;
        for (int k = 0; k <= labels; k++) {
            double ofFirst = first * Math.pow(p, k) * Math.pow(1 - p, labels - k);
            double ofSecond = second * Math.pow(1 - p, k) * Math.pow(p, labels - k);
            sum += ways * Math.max(0, ofSecond - ofFirst);
            ways = ways * (labels - k) / (k + 1);
        }
        return sum;
    }
}
