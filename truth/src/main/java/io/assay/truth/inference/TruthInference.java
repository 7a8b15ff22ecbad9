package io.assay.truth.inference;

/** A way to tell what is true from labels alone. */
public interface TruthInference {

    /** A posterior for every item, whether it has labels or not. */
    Posteriors infer(Labels labels);
}
