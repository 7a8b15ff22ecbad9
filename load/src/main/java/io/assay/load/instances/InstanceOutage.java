package io.assay.load.instances;

import io.assay.cli.client.Call;
import io.assay.cli.client.Http;
import io.assay.cli.client.Pause;
import io.assay.cli.reconcile.Check;
import io.assay.local.Component;
import io.assay.local.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Kills one instance while all hand out work, and starts it again when the others took over. */
final class InstanceOutage {

    private static final double KILLED_AT = 0.25;
    private static final double RESTARTED_AT = 0.65;

    /** Longer than Kafka takes to see that a member of a group is gone. */
    private static final Duration LEAST = Duration.ofSeconds(25);

    private static final Duration MOST = Duration.ofMinutes(5);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final Pattern GIVEN =
            Pattern.compile("(?m)^assay_leases_given_total\\S* ([0-9.E]+)$");

    private final LocalStack stack;
    private final List<String> instances;
    private final String victim;
    private final Map<String, Long> beforeKill = new LinkedHashMap<>();
    private final Map<String, Long> whileDead = new LinkedHashMap<>();
    private volatile String state = "all up";
    private volatile long secondsDead;

    /**
     * @param count of instances; the second is the victim
     */
    InstanceOutage(LocalStack stack, int count) {
        this.stack = stack;
        this.instances =
                IntStream.rangeClosed(1, count).mapToObj(Component.ASSIGNMENT::instance).toList();
        this.victim = instances.get(1);
    }

    /** In words, for whoever watches. */
    String state() {
        return state;
    }

    /**
     * @param done how much of the work is done, 0 to 1
     */
    void run(DoubleSupplier done) {
        await(KILLED_AT, done, Duration.ZERO);
        beforeKill.putAll(given());
        stack.kill(victim);
        long killed = System.nanoTime();
        state = victim + " killed";
        await(RESTARTED_AT, done, LEAST);
        given().forEach(
                        (name, now) ->
                                whileDead.put(name, now - beforeKill.getOrDefault(name, 0L)));
        stack.restart(victim);
        secondsDead = Duration.ofNanos(System.nanoTime() - killed).toSeconds();
        state = victim + " up again";
    }

    /** What must be so for the run to prove anything. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(
                new Check(
                        "each instance handed out work",
                        beforeKill.size() == instances.size()
                                && beforeKill.values().stream().allMatch(given -> given > 0),
                        beforeKill.toString()));
        checks.add(
                new Check(
                        "one was killed under load, and came back",
                        secondsDead > 0 && stack.isAlive(victim),
                        "%s, away for %d s".formatted(victim, secondsDead)));
        checks.add(
                new Check(
                        "the others handed out work meanwhile",
                        !whileDead.isEmpty()
                                && whileDead.values().stream().allMatch(given -> given > 0),
                        whileDead.toString()));
        return checks;
    }

    private static void await(double share, DoubleSupplier done, Duration least) {
        long start = System.nanoTime();
        long passed = 0;
        while ((done.getAsDouble() < share || passed < least.toNanos())
                && passed < MOST.toNanos()) {
            Pause.of(POLL_INTERVAL);
            passed = System.nanoTime() - start;
        }
    }

    /** Leases that each living instance has given since it started. */
    private Map<String, Long> given() {
        Map<String, Long> given = new LinkedHashMap<>();
        instances.stream().filter(stack::isAlive).forEach(name -> given.put(name, given(name)));
        return given;
    }

    private long given(String name) {
        try (Http http = new Http(URI.create(stack.url(name)), Duration.ofSeconds(10))) {
            Matcher metric = GIVEN.matcher(http.once(Call.get("/actuator/prometheus")).text());
            return metric.find() ? (long) Double.parseDouble(metric.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
