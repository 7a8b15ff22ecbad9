package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Caller;
import io.assay.gateway.access.Role;
import io.assay.gateway.project.ProjectDirectory;
import io.assay.gateway.project.TestProjects;
import io.assay.gateway.support.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The promise to partners: every result of theirs, once, from wherever they stopped. */
class ResultStreamTests {

    private static final Caller PARTNER = new Caller("partner", Set.of(Role.PARTNER), null);

    private final MutableClock clock = new MutableClock();
    private final ProjectDirectory projects = TestProjects.directory();

    private record Delivered(Cursor cursor, String id) {}

    private static final class Recorded implements ResultStream.Sink {
        final List<Delivered> lines = new ArrayList<>();
        int heartbeats;
        int repeats;

        @Override
        public void line(Cursor cursor, ResultRecord.Decoded result) {
            lines.add(new Delivered(cursor, result.id()));
        }

        @Override
        public void heartbeat() {
            heartbeats++;
        }

        @Override
        public void flush() {}

        @Override
        public void repeat() {
            repeats++;
        }

        List<String> ids() {
            return lines.stream().map(Delivered::id).toList();
        }
    }

    /** Each number is a result: its task (so its partition) and whether it was published again. */
    @Property(tries = 300)
    void deliversEachOnceAndResumesAnywhere(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 40) Integer> published,
            @ForAll @IntRange(min = 1, max = 7) int batch,
            @ForAll @IntRange(min = 1, max = 7) int otherBatch)
            throws IOException {
        TestProjects.put(projects, 1, "p1", "owner", "partner");
        FakeTopic topic = new FakeTopic(3);
        published.forEach(id -> topic.publish(id % 3, "e" + id, "p1"));

        List<Delivered> whole = drain(topic, Cursor.BEGINNING, batch).lines;

        Set<String> ids = new HashSet<>();
        whole.forEach(line -> assertThat(ids.add(line.id())).as(line.id()).isTrue());
        assertThat(ids).hasSize((int) published.stream().distinct().count());
        for (int i = 0; i < whole.size(); i++) {
            List<String> before = whole.subList(0, i + 1).stream().map(Delivered::id).toList();
            List<String> rest = drain(topic, whole.get(i).cursor(), otherBatch).ids();
            assertThat(rest).doesNotContainAnyElementsOf(before).doesNotHaveDuplicates();
            assertThat(before.size() + rest.size()).isEqualTo(whole.size());
        }
    }

    @Property(tries = 100)
    void agreesForReadersWhoStartApart(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 12) Integer> published,
            @ForAll @IntRange(min = 0, max = 40) int start)
            throws IOException {
        TestProjects.put(projects, 1, "p1", "owner", "partner");
        FakeTopic topic = new FakeTopic(1);
        published.forEach(id -> topic.publish(0, "e" + id, "p1"));
        Cursor late = Cursor.BEGINNING.after(0, Math.min(start, published.size()) - 1);

        List<String> second = drain(topic, late, 5).ids();
        List<String> first = drain(topic, Cursor.BEGINNING, 3).ids();

        assertThat(first).doesNotHaveDuplicates().containsAll(second);
        assertThat(first).hasSize((int) published.stream().distinct().count());
    }

    @Test
    void keepsToTheCallersProjects() throws IOException {
        TestProjects.put(projects, 1, "mine", "owner", "partner");
        TestProjects.put(projects, 1, "theirs", "owner", "another");
        FakeTopic topic = new FakeTopic(2);
        topic.publish(0, "a", "theirs");
        topic.publish(1, "b", "mine");
        topic.publish(0, "c", "unknown");

        assertThat(drain(topic, Cursor.BEGINNING, 10).ids()).containsExactly("b");
    }

    @Test
    void leavesOutPoisonAndRepeats() throws IOException {
        TestProjects.put(projects, 1, "p1", "owner", "partner");
        FakeTopic topic = new FakeTopic(1);
        topic.publish(0, "a", "p1");
        topic.poison(0);
        topic.publish(0, "a", "p1");
        topic.publish(0, "b", "p1");

        Recorded sink = drain(topic, Cursor.BEGINNING, 2);

        assertThat(sink.ids()).containsExactly("a", "b");
        assertThat(sink.repeats).isOne();
    }

    @Test
    void endsWhenAProjectIsTakenAway() throws IOException {
        TestProjects.put(projects, 1, "p1", "owner", "partner");
        FakeTopic topic = new FakeTopic(1);
        IntStream.range(0, 10).forEach(i -> topic.publish(0, "e" + i, "p1"));
        Recorded sink = new Recorded();
        AtomicInteger polls = new AtomicInteger();

        stream(topic, Cursor.BEGINNING, 3, sink)
                .follow(
                        () -> {
                            if (polls.incrementAndGet() == 3) {
                                TestProjects.put(projects, 2, "p1", "owner");
                            }
                            return true;
                        });

        assertThat(sink.ids()).hasSize(6);
    }

    @Test
    void staysWhenOtherProjectsChange() throws IOException {
        TestProjects.put(projects, 1, "p1", "owner", "partner");
        FakeTopic topic = new FakeTopic(1);
        Recorded sink = new Recorded();
        AtomicInteger polls = new AtomicInteger();

        stream(topic, Cursor.BEGINNING, 3, sink)
                .follow(
                        () -> {
                            TestProjects.put(projects, 1, "p2", "owner", "partner");
                            topic.publish(0, "e" + polls.get(), "p2");
                            return polls.incrementAndGet() <= 5;
                        });

        assertThat(sink.ids()).containsExactly("e0", "e1", "e2", "e3", "e4");
    }

    @Test
    void showsThatItLives() throws IOException {
        TestProjects.put(projects, 1, "p1", "owner", "partner");
        Recorded sink = new Recorded();
        AtomicInteger polls = new AtomicInteger();

        stream(new FakeTopic(1), Cursor.BEGINNING, 3, sink)
                .follow(
                        () -> {
                            clock.pass(Duration.ofSeconds(6));
                            return polls.incrementAndGet() <= 6;
                        });

        assertThat(sink.heartbeats).isEqualTo(3);
    }

    private Recorded drain(FakeTopic topic, Cursor from, int batch) throws IOException {
        Recorded sink = new Recorded();
        stream(topic, from, batch, sink).drain(() -> true);
        return sink;
    }

    private ResultStream stream(FakeTopic topic, Cursor from, int batch, Recorded sink) {
        return new ResultStream(
                topic.reader(from, batch),
                topic,
                new Entitlement(projects, PARTNER, null),
                sink,
                Duration.ofSeconds(10),
                clock);
    }
}
