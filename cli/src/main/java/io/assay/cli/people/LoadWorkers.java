package io.assay.cli.people;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Workers with accounts of their own. Each is a machine client with the role worker: its secret is
 * random and its token costs one signature, where a person's password would cost a slow hash at
 * sign-up and at each login, minutes of processor time for a thousand of them.
 */
public final class LoadWorkers implements AutoCloseable {

    private static final int AT_ONCE = 8;

    private final List<LoadWorker> workers;

    private LoadWorkers(List<LoadWorker> workers) {
        this.workers = List.copyOf(workers);
    }

    /**
     * Makes their accounts, lets them apply, and has them let in.
     *
     * @param ops who may make clients and activate workers
     * @param prefix of the account names
     */
    public static LoadWorkers create(Accounts accounts, Session ops, String prefix, int count)
            throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<LoadWorker>> joining = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                String name = "%s-%04d".formatted(prefix, i);
                joining.add(pool.submit(() -> join(accounts, ops, name)));
            }
            List<LoadWorker> joined = new ArrayList<>();
            for (Future<LoadWorker> one : joining) {
                joined.add(one.get());
            }
            return new LoadWorkers(joined);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker cannot join: " + e.getCause(), e);
        }
    }

    private static LoadWorker join(Accounts accounts, Session ops, String name) {
        Session session = accounts.logIn(Accounts.createClient(ops, name, "worker"));
        new Work(session).apply();
        ops.send(Call.post("/v1/workers/" + name + "/activate"));
        return new LoadWorker(name, session, accounts.http().base());
    }

    public List<LoadWorker> workers() {
        return workers;
    }

    @Override
    public void close() {
        workers.forEach(LoadWorker::close);
    }
}
