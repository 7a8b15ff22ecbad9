package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The whole platform as processes of this machine. Closing it stops them all.
 *
 * <pre>{@code
 * StackConfig config = StackConfig.isolated(Home.find(), directory).withInstances(ASSIGNMENT, 2);
 * try (LocalStack stack = LocalStack.start(config, Progress.SILENT)) {
 *     stack.kill("payment-service");
 *     stack.restart("payment-service");
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

    private static final int COMING_UP_AT_A_TIME = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final StackConfig config;
    private final StackPlan plan;
    private final Secrets secrets;
    private final DocumentStore store;
    private final Supervisor supervisor;

    private LocalStack(StackConfig config, Progress progress) {
        this.config = config;
        secrets = Secrets.of(config.storage());
        store = DocumentStore.of(config, secrets);
        plan = new StackPlan(config, secrets, store);
        supervisor =
                new Supervisor(config.work(), config.data(), plan.stages(), progress, FIRST_PAUSE);
    }

    /**
     * Starts everything and returns when all of it serves.
     *
     * @throws StackFailure if something is in the way or doesn't come up; nothing runs then
     */
    public static LocalStack start(StackConfig config, Progress progress) {
        LocalStack stack = prepare(config, progress);
        stack.startAll();
        return stack;
    }

    /** Checks everything that can be checked before something is started. */
    static LocalStack prepare(StackConfig config, Progress progress) {
        refuseIfRunning(config.work());
        Preflight.check(config);
        forgetLastRun(config);
        Images.prepare(config, Progress.SILENT);
        return new LocalStack(config, progress);
    }

    private static void refuseIfRunning(Path work) {
        StackState.read(work)
                .filter(StackState::isAlive)
                .ifPresent(
                        state -> {
                            throw new StackFailure("already running: see ./assay status");
                        });
    }

    private static void forgetLastRun(StackConfig config) {
        try {
            StackState.clear(config.work());
            Trees.delete(config.work().resolve("run"));
            Trees.delete(config.work().resolve("logs"));
            Files.createDirectories(config.work().resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAll() {
        supervisor.startAll(COMING_UP_AT_A_TIME);
    }

    /** The names of all processes, in the order of starting. */
    public List<String> names() {
        return supervisor.names();
    }

    /** SIGKILL; it stays dead until {@link #restart}. */
    public void kill(String name) {
        supervisor.kill(name);
    }

    /** Ends it the polite way if it lives, starts it again, and returns when it serves. */
    public void restart(String name) {
        supervisor.stop(name);
        supervisor.start(name);
    }

    public boolean isAlive(String name) {
        return supervisor.process(name).isAlive();
    }

    /** The pid of the running or last process of that name. */
    public long pid(String name) {
        return supervisor.process(name).running().pid();
    }

    public Path log(String name) {
        return supervisor.process(name).spec().log();
    }

    /** Memory that a process occupies now, in bytes; 0 if it is dead. */
    public long residentBytes(String name) {
        return Memory.residentBytes(pid(name));
    }

    /** Where an instance of a service listens, past the gateway. */
    public String url(String name) {
        return "http://127.0.0.1:" + config.ports().of(name);
    }

    public String gatewayUrl() {
        return plan.gatewayUrl();
    }

    public String kafkaBootstrap() {
        return plan.kafkaBootstrap();
    }

    /** Of the document store, without a database. */
    public String documentsUri() {
        return store.uri();
    }

    /** What the services' databases are called begins with this: {@code assay_} task, … */
    public String databasePrefix() {
        return store.prefix();
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Stops everything. A stack that forgets removes its databases from a store that stays. */
    @Override
    public void close() {
        if (supervisor.stopAll() && config.mongodb() != null && config.data() == null) {
            store.drop();
        }
    }
}
