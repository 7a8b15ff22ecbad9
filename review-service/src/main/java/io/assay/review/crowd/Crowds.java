package io.assay.review.crowd;

import io.assay.events.Answer;
import io.assay.events.Ontology;
import io.assay.review.verdict.Submission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The crowds of the projects that were last worked on. Each instance learns from the labels that it
 * reviews, and starts with what was remembered last by any; the labels since then, some 30 % at
 * most, are learnt again only as their tasks are heard of. Thread-safe.
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
        return Question.of(ontology)
                .<Learned>map(question -> crowd(projectId, question))
                .orElse(Learned.NOTHING);
    }

    /** Learns labels of a task; those that are known change nothing. */
    public void hear(
            String projectId, Ontology ontology, String taskId, List<Submission.Label> labels) {
        Optional<Question> question = Question.of(ontology);
        if (question.isPresent() && !labels.isEmpty()) {
            ProjectCrowd crowd = crowd(projectId, question.get());
            if (crowd.hear(taskId, labels)) {
                remembered.save(projectId, crowd.remembered());
            }
        }
    }

    /** Learns what is true of a gold task; null if its answer is no longer trusted. */
    public void know(String projectId, Ontology ontology, String taskId, @Nullable Answer truth) {
        Question.of(ontology).ifPresent(question -> crowd(projectId, question).know(taskId, truth));
    }

    /** Only those who ask for the same project wait while it is read and learnt again. */
    private ProjectCrowd crowd(String projectId, Question question) {
        return place(projectId).crowd(question);
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
        synchronized ProjectCrowd crowd(Question question) {
            ProjectCrowd found = crowd;
            if (found == null || !found.asks(question)) {
                Remembered last = found == null ? remembered.find(projectId) : found.remembered();
                found = ProjectCrowd.of(question, last);
                crowd = found;
            }
            return found;
        }
    }
}
