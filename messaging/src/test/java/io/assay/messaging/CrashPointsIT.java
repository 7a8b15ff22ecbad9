package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.messaging.ProbeApplication.Probe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.context.ContextConfiguration;

/**
 * A consumer that counts each task once and tells of it, as rule 2 has it: read by id, apply, one
 * bulk, publish, commit. It is interrupted at every step, then given everything twice.
 */
@SpringBootTest(classes = ProbeApplication.class)
@ContextConfiguration(initializers = Engines.Initializer.class)
class CrashPointsIT {

    enum Step {
        BEFORE_READ,
        BEFORE_WRITE,
        AFTER_WRITE,
        AFTER_PUBLISH
    }

    private static final int TASKS = 25;

    @Autowired AggregateStore<Thing> things;
    @Autowired Probe probe;
    @Autowired EventPublisher publisher;

    private final String run = UUID.randomUUID().toString();
    private final AtomicInteger crashesLeft = new AtomicInteger(2);

    @AfterEach
    void behave() {
        probe.behaviour = batch -> batch;
    }

    @ParameterizedTest
    @EnumSource
    void appliesEachInputOnceWhereverItIsInterrupted(Step step) {
        probe.behaviour = batch -> countOnce(batch, step);

        publisher.publish(inputs());
        publisher.publish(inputs());

        await().untilAsserted(() -> assertThat(outputs()).hasSize(TASKS));
        await().untilAsserted(
                        () ->
                                assertThat(inputs())
                                        .allMatch(
                                                input ->
                                                        probe.attempts.getOrDefault(input.id(), 0)
                                                                >= 2));
        assertThat(crashesLeft.get()).isLessThanOrEqualTo(0);
        assertThat(things.findAll(inputs().stream().map(Outgoing::id).toList()).values())
                .hasSize(TASKS)
                .allMatch(thing -> thing.version() == 1);
    }

    private List<Received> countOnce(List<Received> batch, Step step) {
        Map<String, Received> inputs = new HashMap<>();
        batch.stream()
                .filter(one -> one.envelope().id().startsWith(run + "/in/"))
                .forEach(one -> inputs.putIfAbsent(one.envelope().id(), one));
        crash(step, Step.BEFORE_READ, inputs.keySet());
        Set<String> known = things.findAll(inputs.keySet()).keySet();
        crash(step, Step.BEFORE_WRITE, inputs.keySet());
        things.insertAll(
                inputs.keySet().stream()
                        .filter(id -> !known.contains(id))
                        .map(id -> new Draft<>(id, Thing.named(id), List.of()))
                        .toList());
        crash(step, Step.AFTER_WRITE, inputs.keySet());
        // a function of the input, not of whether the state was new: a repeat tells the same again
        publisher.publish(
                inputs.values().stream()
                        .map(
                                one ->
                                        Outgoing.of(
                                                one.envelope().id().replace("/in/", "/out/"),
                                                one.event()))
                        .toList());
        crash(step, Step.AFTER_PUBLISH, inputs.keySet());
        return batch;
    }

    private void crash(Step wanted, Step reached, Set<String> inputs) {
        if (wanted == reached && !inputs.isEmpty() && crashesLeft.getAndDecrement() > 0) {
            throw new DataAccessResourceFailureException("interrupted " + reached);
        }
    }

    private List<Outgoing> inputs() {
        return IntStream.range(0, TASKS)
                .mapToObj(i -> Outgoing.of(run + "/in/" + i, Samples.taskCreated(run + i)))
                .toList();
    }

    private Set<String> outputs() {
        return probe.handled.stream()
                .map(one -> one.envelope().id())
                .filter(id -> id.startsWith(run + "/out/"))
                .collect(Collectors.toSet());
    }
}
