package io.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTests {

    @TempDir Path work;

    private FakeProcesses fakes;
    private Supervisor supervisor;
    private final Queue<Crash> crashes = new ConcurrentLinkedQueue<>();
    private final Queue<String> ready = new ConcurrentLinkedQueue<>();

    private final Progress progress =
            new Progress() {
                @Override
                public void ready(String name, long pid, Duration after) {
                    ready.add(name);
                }

                @Override
                public void crashed(Crash crash, boolean restarted) {
                    crashes.add(crash);
                }
            };

    @BeforeEach
    void prepare() {
        fakes = new FakeProcesses(work);
    }

    @AfterEach
    void stopAll() {
        if (supervisor != null) {
            supervisor.stopAll();
        }
    }

    private Supervisor supervise(List<List<ProcessSpec>> stages) {
        return supervise(stages, Duration.ofHours(1));
    }

    private Supervisor supervise(List<List<ProcessSpec>> stages, Duration firstPause) {
        supervisor = new Supervisor(work, null, stages, progress, firstPause);
        return supervisor;
    }

    private long pid(String name) {
        return supervisor.process(name).running().pid();
    }

    @Test
    void startsStageAfterStageAndWritesDownWhatRuns() {
        supervise(
                        List.of(
                                List.of(fakes.serving("engine")),
                                List.of(fakes.serving("one"), fakes.serving("two"))))
                .startAll(2);

        StackState state = StackState.read(work).orElseThrow();
        assertThat(ready).hasSize(3).first().isEqualTo("engine");
        assertThat(state.isAlive()).isTrue();
        assertThat(state.secondsToReady()).isNotNegative();
        assertThat(state.processes())
                .extracting(ProcessState::name)
                .containsExactly("engine", "one", "two");
        assertThat(state.processes()).allMatch(ProcessState::isAlive);
        assertThat(state.processes())
                .extracting(ProcessState::pid)
                .containsExactly(pid("engine"), pid("one"), pid("two"));
    }

    @Test
    void stopsAllAndForgetsThem() {
        supervise(List.of(List.of(fakes.serving("one"), fakes.serving("two")))).startAll(2);
        List<ProcessState> states = StackState.read(work).orElseThrow().processes();

        supervisor.stopAll();

        assertThat(states).noneMatch(ProcessState::isAlive);
        assertThat(StackState.read(work)).isEmpty();
        assertThat(crashes).isEmpty();
    }

    @Test
    void namesACrashWithItsLogAndKeepsTheOthers() throws Exception {
        supervise(
                        List.of(
                                List.of(
                                        fakes.serving("other"),
                                        fakes.shell(
                                                "brittle",
                                                "touch \"$READY\"; until [ -e end ]; do sleep 0.05;"
                                                        + " done; echo out of luck; exit 7"))))
                .startAll(2);
        Files.createFile(work.resolve("end"));

        await().untilAsserted(() -> assertThat(crashes).hasSize(1));

        Crash crash = crashes.element();
        assertThat(crash.name()).isEqualTo("brittle");
        assertThat(crash.exitCode()).isEqualTo(7);
        assertThat(crash.lastLines()).containsExactly("out of luck");
        assertThat(crash.describe()).contains("brittle died", "brittle.log", "out of luck");
        assertThat(supervisor.process("other").isAlive()).isTrue();
        assertThat(StackState.read(work).orElseThrow().processes())
                .filteredOn(process -> !process.isAlive())
                .extracting(ProcessState::name)
                .containsExactly("brittle");
    }

    @Test
    void startsAgainWhatEndedByItself() throws Exception {
        supervise(
                        List.of(
                                List.of(
                                        fakes.shell(
                                                "brittle",
                                                "touch \"$READY\"; until [ -e end ]; do sleep 0.05;"
                                                        + " done; mv end ended; exit 7"))),
                        Duration.ofMillis(10))
                .startAll(1);
        long before = pid("brittle");
        Files.createFile(work.resolve("end"));

        await().untilAsserted(() -> assertThat(ready).containsExactly("brittle", "brittle"));

        assertThat(crashes).hasSize(1);
        assertThat(supervisor.process("brittle").isAlive()).isTrue();
        assertThat(pid("brittle")).isNotEqualTo(before);
    }

    @Test
    void triesAgainWhatDoesNotComeUp() throws Exception {
        supervise(
                List.of(
                        List.of(
                                fakes.shell(
                                        "late",
                                        "[ -e store ] || { echo x >>tries; exit 1; };"
                                                + " touch \"$READY\"; while [ -e store ]; do"
                                                + " sleep 0.05; done; exit 2"))),
                Duration.ofMillis(10));
        Files.createFile(work.resolve("store"));
        supervisor.startAll(1);
        Files.delete(work.resolve("store"));

        await().until(() -> Files.exists(work.resolve("tries")));
        Files.createFile(work.resolve("store"));

        await().untilAsserted(() -> assertThat(ready).containsExactly("late", "late"));
        assertThat(crashes).hasSize(1);
    }

    @Test
    void killsWithoutCallingItACrashAndStartsAgain() {
        supervise(List.of(List.of(fakes.serving("one")))).startAll(1);
        long before = pid("one");

        supervisor.kill("one");

        assertThat(supervisor.process("one").isAlive()).isFalse();
        supervisor.start("one");
        assertThat(supervisor.process("one").isAlive()).isTrue();
        assertThat(pid("one")).isNotEqualTo(before);
        assertThat(ready).containsExactly("one", "one");
        assertThat(crashes).isEmpty();
    }

    @Test
    void stopsEverythingIfOneDoesNotComeUp() {
        Supervisor failing =
                supervise(
                        List.of(
                                List.of(fakes.serving("engine")),
                                List.of(fakes.shell("broken", "echo no memory; exit 3"))));

        assertThatThrownBy(() -> failing.startAll(2))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("broken died (exit code 3)")
                .hasMessageContaining("no memory");
        assertThat(failing.process("engine").isAlive()).isFalse();
        assertThat(StackState.read(work)).isEmpty();
    }

    @Test
    void refusesSecondStackInTheSameDirectory() {
        supervise(List.of(List.of(fakes.serving("one")))).startAll(1);
        Supervisor second =
                new Supervisor(
                        work,
                        null,
                        List.of(List.of(fakes.serving("one"))),
                        progress,
                        Duration.ofHours(1));

        assertThatThrownBy(() -> second.startAll(1))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("already running");
        assertThat(supervisor.process("one").isAlive()).isTrue();
        assertThat(StackState.read(work)).isPresent();
    }

    @Test
    void takesStateOfDeadProcessesForStale() throws Exception {
        supervise(List.of(List.of(fakes.serving("one")))).startAll(1);
        byte[] state = Files.readAllBytes(StackState.file(work));
        supervisor.stopAll();
        Files.write(StackState.file(work), state);

        supervise(List.of(List.of(fakes.serving("one")))).startAll(1);

        assertThat(supervisor.process("one").isAlive()).isTrue();
    }

    @Test
    void doesNotTakeAnotherProcessOfThatPidForIts() {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElseThrow();

        assertThat(state(self.pid(), started).isAlive()).isTrue();
        assertThat(state(self.pid(), started.minusSeconds(60)).isAlive()).isFalse();
    }

    @Test
    void namesTheProcessesThatThereAre() {
        supervise(List.of(List.of(fakes.serving("one"))));

        assertThatThrownBy(() -> supervisor.kill("two"))
                .isInstanceOf(UsageError.class)
                .hasMessage("process: two (expected: one of [one])");
    }

    @Test
    void endsWhatDoesNotWantTo() {
        ManagedProcess stubborn =
                new ManagedProcess(
                        fakes.shell(
                                "stubborn",
                                "trap '' TERM; touch \"$READY\"; while :; do sleep 1; done"),
                        crashes::add);
        work.resolve("logs").toFile().mkdirs();
        stubborn.start();
        try {
            stubborn.awaitReady(Duration.ofMinutes(1));
            stubborn.stop(Duration.ofMillis(300));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }

        assertThat(stubborn.isAlive()).isFalse();
    }

    private static ProcessState state(long pid, Instant started) {
        return new ProcessState("any", pid, started, null, "log", "address");
    }
}
