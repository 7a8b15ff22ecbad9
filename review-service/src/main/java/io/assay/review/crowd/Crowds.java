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
    private final Map<String, ProjectCrowd> known = new LinkedHashMap<>(16, 0.75f, true);

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

    /** Where the classes have changed, what is still an answer is learnt again. */
    private synchronized ProjectCrowd crowd(String projectId, Question question) {
        ProjectCrowd found = known.get(projectId);
        if (found == null || !found.asks(question)) {
            Remembered last = found == null ? remembered.find(projectId) : found.remembered();
            found = ProjectCrowd.of(question, last);
            known.put(projectId, found);
            forgetOldest();
        }
        return found;
    }

    private void forgetOldest() {
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
