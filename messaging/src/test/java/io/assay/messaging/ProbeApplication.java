package io.assay.messaging;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** A service with one aggregate and one consumer, whose handler tests may make fail. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ProbeApplication {

    /** What the consumer was given, and what it is to do with it. */
    static final class Probe {

        final List<Received> handled = new CopyOnWriteArrayList<>();
        final Map<String, Integer> attempts = new ConcurrentHashMap<>();
        volatile UnaryOperator<List<Received>> behaviour = UnaryOperator.identity();

        void handle(List<Received> batch) {
            batch.forEach(one -> attempts.merge(one.envelope().id(), 1, Integer::sum));
            handled.addAll(behaviour.apply(batch));
        }

        List<String> ids() {
            return handled.stream().map(one -> one.envelope().id()).toList();
        }
    }

    @Bean
    Probe probe() {
        return new Probe();
    }

    @Bean
    Consumer<Message<List<byte[]>>> keepTasks(EventConsumers consumers, Probe probe) {
        return consumers.batch(probe::handle);
    }

    /** What was traced. */
    static final class Spans implements SpanExporter {

        final List<SpanData> exported = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            exported.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Bean
    Spans spans() {
        return new Spans();
    }

    @Bean
    AggregateStore<Thing> things(Aggregates aggregates) {
        return aggregates.store("things", Thing.class);
    }
}
