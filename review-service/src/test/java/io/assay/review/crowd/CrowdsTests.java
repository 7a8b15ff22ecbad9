package io.assay.review.crowd;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.review.verdict.Submission;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrowdsTests {
    private static final Ontology ANIMALS = ontology("cat", "dog");

    private final MongoCrowds store = mock(MongoCrowds.class);
    private final Crowds crowds = new Crowds(store);

    @BeforeEach
    void nothingIsRemembered() {
        when(store.find(anyString())).thenReturn(Remembered.NOTHING);
    }

    @Test
    void oneProjectDoesNotWaitForAnother() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        when(store.find("slow"))
                .thenAnswer(
                        _ -> {
                            reading.countDown();
                            read.await();
                            return Remembered.NOTHING;
                        });
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Learned> slow = other.submit(() -> crowds.of("slow", ANIMALS));
            reading.await();

            Future<Learned> fast = other.submit(() -> crowds.of("fast", ANIMALS));

            // as long as nobody lets the slow one go on: a limit for when the test fails
            assertThat(fast.get(1, TimeUnit.MINUTES).method()).isEmpty();
            assertThat(slow.isDone()).isFalse();
            read.countDown();
            assertThat(slow.get(1, TimeUnit.MINUTES).method()).isEmpty();
        } finally {
            read.countDown();
        }
    }

    @Test
    void readsOnceAndSavesNowAndThen() {
        for (int i = 0; i < 60; i++) {
            crowds.learn("p", ANIMALS, lesson("t" + i, "cat", "dog"));
        }

        verify(store, times(1)).find("p");
        verify(store, times(2)).save(eq("p"), any());
    }

    @Test
    void whatIsStillAnAnswerIsLearntAgainWhenTheClassesChange() {
        for (int i = 0; i < 120; i++) {
            crowds.learn("p", ANIMALS, lesson("t" + i, "cat", "cat"));
        }
        assertThat(crowds.of("p", ANIMALS).method()).isPresent();

        assertThat(crowds.of("p", ontology("cat", "dog", "bird")).method()).isPresent();
        assertThat(crowds.of("p", ontology("cow", "bird")).method()).isEmpty();
        verify(store, times(1)).find("p");
    }

    @Test
    void ofTooManyClassesNothingIsLearntOrRead() {
        Ontology many =
                ontology(IntStream.range(0, 33).mapToObj(i -> "c" + i).toArray(String[]::new));

        crowds.learn("p", many, lesson("t", "c1"));

        assertThat(crowds.of("p", many)).isSameAs(Learned.NOTHING);
        verify(store, never()).find(anyString());
    }

    private static Lesson lesson(String task, String... classIds) {
        List<Submission.Label> labels =
                IntStream.range(0, classIds.length)
                        .mapToObj(
                                i ->
                                        new Submission.Label(
                                                task + i,
                                                "w" + i,
                                                TERMS,
                                                new Answer.Category(classIds[i]),
                                                NOON,
                                                NOON))
                        .toList();
        return new Lesson(task, false, null, labels, true, null);
    }

    private static Ontology ontology(String... ids) {
        return new Ontology(
                Tool.CATEGORY,
                List.of(ids).stream().map(id -> new LabelClass(id, "Class " + id)).toList());
    }
}
