package io.assay.review.learning;

import io.assay.events.Ontology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The crowds of the projects that were last worked on. Each instance learns from the labels that it
 * reviews, and starts with what was remembered last by any; of the labels since then, some 10 % at
 * most (30 % of drawings), it learns only those whose tasks are received again. Thread-safe.
 */
public class ProjectModels {
    private static final int MAX_PROJECTS = 50;

    private final MongoProjectModels snapshots;
    private final Map<String, Slot> known = new LinkedHashMap<>(16, 0.75f, true);

    ProjectModels(MongoProjectModels snapshots) {
        this.snapshots = snapshots;
    }

    /** What is known by now of those who label this project. */
    public LabelModel of(String projectId, Ontology ontology) {
        return slot(projectId)
                .model(ontology)
                .<LabelModel>map(model -> model)
                .orElse(LabelModel.NOTHING);
    }

    /**
     * Only of what is written: what is tried again would be learned twice.
     *
     * @return ids of tasks to be decided anew, as so much is learned that another answer than their
     *     result is likelier now
     */
    public List<String> learn(String projectId, Ontology ontology, TrainingExample example) {
        Optional<ProjectModel> learned =
                slot(projectId).model(ontology).filter(model -> model.learn(example));
        learned.ifPresent(model -> snapshots.save(projectId, model.snapshot()));
        return learned.map(ProjectModel::doubtedResults).orElse(List.of());
    }

    private synchronized Slot slot(String projectId) {
        Slot slot = known.computeIfAbsent(projectId, Slot::new);
        if (known.size() > MAX_PROJECTS) {
            known.remove(known.keySet().iterator().next());
        }
        return slot;
    }

    /** Where the crowd of a project is, once somebody has asked for it. */
    private final class Slot {
        private final String projectId;
        private @Nullable ProjectModel model;

        Slot(String projectId) {
            this.projectId = projectId;
        }

        /** Where the classes have changed, what is still an answer is learned again. */
        synchronized Optional<ProjectModel> model(Ontology ontology) {
            ProjectModel last = model;
            if (last != null && last.isFor(ontology)) {
                return Optional.of(last);
            }
            Optional<ProjectModel> found =
                    ProjectModel.of(
                            ontology,
                            last == null ? () -> snapshots.find(projectId) : last::snapshot);
            model = found.orElse(last);
            return found;
        }
    }
}
