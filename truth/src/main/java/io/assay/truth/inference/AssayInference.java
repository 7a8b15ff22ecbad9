package io.assay.truth.inference;

/** Assay's default: {@link HierarchicalDawidSkene}, calibrated. One setting for all crowds. */
public record AssayInference() implements TruthInference {

    @Override
    public Posteriors infer(Labels labels) {
        return infer(labels, Gold.none(labels.items()));
    }

    /** Gold teaches how good workers are and how sure to be; itself it is judged like the rest. */
    public Posteriors infer(Labels labels, Gold gold) {
        Posteriors raw = HierarchicalDawidSkene.DEFAULT.fit(labels, gold).posteriors();
        return Calibration.learn(labels, raw, gold).apply(labels, raw);
    }
}
