package io.assay.evaluation;

import io.assay.truth.inference.Posteriors;
import io.assay.truth.inference.TruthInference;
import io.assay.truth.inference.TruthInferenceContract;
import java.util.List;

class ComparedMethodsTests extends TruthInferenceContract {

    @Override
    protected List<TruthInference> methods() {
        return List.of(Posteriors::voteShares, OneCoin.PUBLISHED, DawidSkene.PUBLISHED);
    }
}
