package io.assay.review.learning;

import io.assay.events.Ontology;
import io.assay.truth.shape.ShapeKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What this instance has learned from the labels of one project. It may be lost at any time: what
 * was decided by it is kept with the tasks. Thread-safe.
 */
sealed interface ProjectModel extends LabelModel permits ClassificationModel, DrawingModel {

    /**
     * Empty where there are too many classes to learn from.
     *
     * @param last what was remembered, of these classes or of others
     */
    static Optional<ProjectModel> of(Ontology ontology, Supplier<ModelSnapshot> last) {
        Optional<Questions> questions = Questions.of(ontology);
        return questions.isPresent()
                ? Optional.of(ClassificationModel.of(questions.get(), last.get()))
                : ShapeKind.of(ontology.tool())
                        .map(kind -> DrawingModel.of(ontology.tool(), kind, last.get()));
    }

    /** Whether this is what the project still asks for. */
    boolean isFor(Ontology ontology);

    /**
     * Learns from labels that are written.
     *
     * @return whether so much is new that it should be remembered
     */
    boolean learn(TrainingExample example);

    /**
     * Ids of tasks that would be decided otherwise by what is known by now; none as long as little
     * is.
     */
    List<String> doubtedResults();

    ModelSnapshot snapshot();
}
