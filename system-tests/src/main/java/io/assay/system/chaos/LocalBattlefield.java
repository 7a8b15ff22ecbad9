package io.assay.system.chaos;

import io.assay.local.LocalStack;
import io.assay.system.client.Accounts;
import io.assay.system.client.Http;
import io.assay.system.client.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A stack of processes on this machine. */
public final class LocalBattlefield implements Battlefield, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration BREATH = Duration.ofSeconds(10);
    private static final String BROKER = "kafka";
    private static final String STORE = "document-server";

    private final LocalStack stack;
    private final Http http;

    /** Takes over a stack that runs, and stops it when closed. */
    public LocalBattlefield(LocalStack stack) {
        this.stack = stack;
        this.http = new Http(URI.create(stack.gatewayUrl()), PATIENCE);
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
        return stack.names().stream().filter(name -> !name.equals(STORE)).toList();
    }

    @Override
    public void kill(String name) {
        stack.kill(name);
    }

    @Override
    public void restart(String name) {
        stack.restart(name);
    }

    @Override
    public void outages() {
        Pause.of(BREATH);
        kill(BROKER);
        Pause.of(OUTAGE);
        restart(BROKER);
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
