package io.assay.truth.inference;

import java.util.Arrays;

/** Items whose truth is known. */
public final class Gold {
    private static final int UNKNOWN = -1;

    private final int[] truth;

    private Gold(int[] truth) {
        this.truth = truth;
    }

    public static Gold none(int items) {
        int[] truth = new int[items];
        Arrays.fill(truth, UNKNOWN);
        return new Gold(truth);
    }

    /**
     * @param truth the class by item, -1 where it is not known
     */
    public static Gold of(int[] truth) {
        return new Gold(truth.clone());
    }

    int size() {
        return truth.length;
    }

    public boolean isKnown(int item) {
        return truth[item] != UNKNOWN;
    }

    public int truth(int item) {
        return truth[item];
    }

    /** What workers are to be judged by: the truth, or else what is believed of it. */
    void teach(int item, double[] posterior, double[] into) {
        System.arraycopy(posterior, item * into.length, into, 0, into.length);
        if (isKnown(item)) {
            Arrays.fill(into, 0);
            into[truth[item]] = 1;
        }
    }
}
