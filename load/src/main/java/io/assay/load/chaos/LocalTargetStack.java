package io.assay.load.chaos;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Http;
import io.assay.cli.client.Pause;
import io.assay.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stack of processes on this machine. */
public final class LocalTargetStack implements TargetStack, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration BREATH = Duration.ofSeconds(10);
    private static final String BROKER = "kafka";
    private static final String STORE = "document-server";
    private static final String EXTERNAL_STORE = "store";

    private final LocalStack stack;
    private final @Nullable StoreProgram store;
    private final Http http;

    /** Takes over a stack that runs, and stops it when closed; its store is not killed. */
    public LocalTargetStack(LocalStack stack) {
        this(stack, null);
    }

    /**
     * @param store kills the document store that the stack uses; null to leave it alone
     */
    LocalTargetStack(LocalStack stack, @Nullable StoreProgram store) {
        this.stack = stack;
        this.store = store;
        this.http = new Http(URI.create(stack.gatewayUrl()), TIMEOUT);
    }

    @Override
    public Accounts accounts() {
        return new Accounts(http);
    }

    @Override
    public String opsPassword() {
        return stack.secrets().opsPassword();
    }

    @Override
    public String kafkaBootstrap() {
        return stack.kafkaBootstrap();
    }

    @Override
    public List<String> victims() {
        List<String> victims =
                new ArrayList<>(
                        stack.names().stream().filter(name -> !name.equals(STORE)).toList());
        if (store != null) {
            victims.add(EXTERNAL_STORE);
        }
        return victims;
    }

    @Override
    public void kill(String name) {
        if (store != null && name.equals(EXTERNAL_STORE)) {
            store.kill();
        } else {
            stack.kill(name);
        }
    }

    @Override
    public void restart(String name) {
        if (store != null && name.equals(EXTERNAL_STORE)) {
            store.restart();
        } else {
            stack.restart(name);
        }
    }

    @Override
    public void outages() {
        Pause.of(BREATH);
        kill(BROKER);
        Pause.of(OUTAGE);
        restart(BROKER);
        if (!stack.names().contains(STORE)) {
            return; // somebody else's: others may use it
        }
        Pause.of(BREATH);
        signal("STOP");
        Pause.of(OUTAGE);
        signal("CONT");
    }

    /** The in-memory store would forget if killed, so it is halted and goes on. */
    private void signal(String name) {
        try {
            int exit =
                    new ProcessBuilder("kill", "-" + name, String.valueOf(stack.pid(STORE)))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + ": ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.close();
        stack.close();
    }
}
