package io.assay.review.crowd;

import io.assay.events.Ontology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The crowds of the projects that were last worked on. Each instance learns from the labels that it
 * reviews, and starts with what was remembered last by any; of the labels since then, some 10 % at
 * most (30 % of drawings), it learns only those whose tasks are heard of again. Thread-safe.
 */
public class Crowds {
    private static final int MOST = 50;

    private final MongoCrowds remembered;
    private final Map<String, Place> known = new LinkedHashMap<>(16, 0.75f, true);

    Crowds(MongoCrowds remembered) {
        this.remembered = remembered;
    }

    /** What is known by now of those who label this project. */
    public Learned of(String projectId, Ontology ontology) {
        return place(projectId)
                .crowd(ontology)
                .<Learned>map(crowd -> crowd)
                .orElse(Learned.NOTHING);
    }

    /**
     * To be told only of what is written: what is tried again would be learnt twice.
     *
     * @return ids of tasks to be decided anew, as so much is learnt that another answer than their
     *     result is likelier now
     */
    public List<String> learn(String projectId, Ontology ontology, Lesson lesson) {
        Optional<ProjectCrowd> learnt =
                place(projectId).crowd(ontology).filter(crowd -> crowd.learn(lesson));
        learnt.ifPresent(crowd -> remembered.save(projectId, crowd.remembered()));
        return learnt.map(ProjectCrowd::doubted).orElse(List.of());
    }

    private synchronized Place place(String projectId) {
        Place place = known.computeIfAbsent(projectId, Place::new);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
        return place;
    }

    /** Where the crowd of a project is, once somebody has asked for it. */
    private final class Place {
        private final String projectId;
        private @Nullable ProjectCrowd crowd;

        Place(String projectId) {
            this.projectId = projectId;
        }

        /** Where the classes have changed, what is still an answer is learnt again. */
        synchronized Optional<ProjectCrowd> crowd(Ontology ontology) {
            ProjectCrowd last = crowd;
            if (last != null && last.isFor(ontology)) {
                return Optional.of(last);
            }
            Optional<ProjectCrowd> found =
                    ProjectCrowd.of(
                            ontology,
                            last == null ? () -> remembered.find(projectId) : last::remembered);
            crowd = found.orElse(last);
            return found;
        }
    }
}
