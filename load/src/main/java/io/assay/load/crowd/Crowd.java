package io.assay.load.crowd;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import io.assay.cli.people.KnownAnswers;
import io.assay.cli.people.Staff;
import io.assay.cli.reconcile.BookCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many simulated workers at once, each with an account of their own. */
public final class Crowd implements AutoCloseable {

    private static final int SIGN_UPS_AT_ONCE = 4;
    private static final long STOP_SECONDS = 60;

    private final List<Member> members;
    private final WorkLog log;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();

    private Crowd(List<Member> members, WorkLog log) {
        this.members = members;
        this.log = log;
    }

    /** A worker with an account. */
    public record Member(
            String username, String password, String id, WorkerProfile profile, Work work) {}

    /**
     * Signs everybody up, lets them apply, and has them let in.
     *
     * @param ops who may activate workers
     * @param prefix of the usernames
     */
    public static Crowd create(
            Accounts accounts,
            Session ops,
            String prefix,
            String password,
            List<WorkerProfile> profiles,
            WorkLog log) {
        try (ExecutorService signUps = Executors.newFixedThreadPool(SIGN_UPS_AT_ONCE)) {
            List<Future<Member>> joining = new ArrayList<>();
            for (int i = 0; i < profiles.size(); i++) {
                String username = "%s-%02d".formatted(prefix, i + 1);
                WorkerProfile profile = profiles.get(i);
                joining.add(signUps.submit(() -> join(accounts, ops, username, password, profile)));
            }
            return new Crowd(joining.stream().map(Crowd::joined).toList(), log);
        }
    }

    private static Member joined(Future<Member> joining) {
        try {
            return joining.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the crowd gathers", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker cannot join: " + e.getCause(), e);
        }
    }

    private static Member join(
            Accounts accounts,
            Session ops,
            String username,
            String password,
            WorkerProfile profile) {
        Accounts.Account account = accounts.signUp(username, password);
        Work work = new Work(accounts.logIn(username, password));
        work.apply();
        ops.send(Call.post("/v1/workers/" + account.id() + "/activate"));
        return new Member(username, password, account.id(), profile, work);
    }

    public List<Member> members() {
        return members;
    }

    public WorkLog log() {
        return log;
    }

    /** Reads what the platform says of a project on which this crowd alone works. */
    public BookCollector collector(Staff staff, String projectId) {
        return new BookCollector(
                staff,
                members.stream()
                        .map(m -> new BookCollector.Person(m.username(), m.work()))
                        .toList(),
                log::acknowledged,
                List.of(projectId));
    }

    /** Everybody starts to work on the project. */
    public void start(String projectId, KnownAnswers truth, long seed) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            SimulatedWorker worker =
                    new SimulatedWorker(
                            member.username(),
                            member.work(),
                            member.profile(),
                            truth,
                            log,
                            seed + i);
            threads.execute(() -> guarded(worker, projectId));
        }
    }

    private void guarded(SimulatedWorker worker, String projectId) {
        try {
            worker.run(projectId, over::get);
        } catch (CancellationException stopped) {
            // interrupted
        } catch (RuntimeException bug) {
            log.refusals().unexpected("a worker died: " + bug);
        }
    }

    /** Lets everybody finish what they are at, and waits for it. */
    public void stop() throws InterruptedException {
        over.set(true);
        threads.shutdown();
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() {
        over.set(true);
        threads.shutdownNow();
    }
}
