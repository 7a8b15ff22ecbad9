package io.assay.truth.inference;

/** Each label counts the same; a posterior is a share of votes. */
public final class MajorityVote implements TruthInference {

    @Override
    public Posteriors infer(Labels labels) {
        return new Posteriors(labels.classes(), shares(labels, 0));
    }

    /**
     * @param extra votes that each class has from the start
     */
    static double[] shares(Labels labels, double extra) {
        int classes = labels.classes();
        double[] shares = new double[labels.items() * classes];
        for (int i = 0; i < labels.items(); i++) {
            int votes = labels.to(i) - labels.from(i);
            double none = votes == 0 ? 1.0 : extra;
            double sum = votes + none * classes;
            for (int c = 0; c < classes; c++) {
                shares[i * classes + c] = none / sum;
            }
            for (int n = labels.from(i); n < labels.to(i); n++) {
                shares[i * classes + labels.label(n)] += 1 / sum;
            }
        }
        return shares;
    }
}
