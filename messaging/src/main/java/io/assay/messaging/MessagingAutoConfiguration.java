package io.assay.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Everything a service needs to write aggregates and to consume events. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingAutoConfiguration {

    /**
     * Between two batches, so that what arrives meanwhile is one batch: a batch of one record costs
     * nearly as many round trips as one of a hundred.
     */
    private static final long BETWEEN_POLLS_MILLIS = 15;

    private final String service;

    MessagingAutoConfiguration(@Value("${spring.application.name}") String service) {
        this.service = service;
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec(service);
    }

    @Bean
    OutboxRelay outboxRelay(
            MongoTemplate mongo,
            KafkaTemplate<byte[], byte[]> kafka,
            EventCodec codec,
            DeadLetters deadLetters,
            Clock clock,
            MeterRegistry meters) {
        OutboxQueue queue = new OutboxQueue();
        return new OutboxRelay(
                queue,
                new OutboxSender(mongo, kafka, codec, deadLetters),
                new OutboxScan(mongo, queue),
                new RelayLease(mongo),
                clock,
                meters);
    }

    @Bean
    Aggregates aggregates(MongoTemplate mongo, EventCodec codec, OutboxRelay relay, Clock clock) {
        return new Aggregates(mongo, codec, relay, clock);
    }

    @Bean
    EventPublisher eventPublisher(
            KafkaTemplate<byte[], byte[]> kafka, EventCodec codec, Clock clock) {
        return new EventPublisher(kafka, codec, clock);
    }

    @Bean
    EventConsumers eventConsumers(
            EventCodec codec,
            MeterRegistry meters,
            ObjectProvider<OpenTelemetry> telemetry,
            @Value("${management.tracing.sampling.probability:0.1}") double probability) {
        EventTracing tracing =
                new EventTracing(telemetry.getIfAvailable(OpenTelemetry::noop), probability);
        return new EventConsumers(codec, meters, tracing);
    }

    @Bean
    DeadLetters deadLetters(
            MongoTemplate mongo,
            KafkaTemplate<byte[], byte[]> kafka,
            EventCodec codec,
            MeterRegistry meters,
            Clock clock) {
        return new DeadLetters(mongo, kafka, codec, meters, clock);
    }

    @Bean
    TopicProvisioner topicProvisioner(
            KafkaAdmin configured,
            MessagingProperties properties,
            BindingServiceProperties bindings) {
        Map<String, Object> admin =
                KafkaClients.admin(
                        configured,
                        Map.of(
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000));
        return new TopicProvisioner(admin, properties, bindings, service);
    }

    @Bean
    DeadLetterListener deadLetterListener(
            ConsumerFactory<?, ?> configured, TopicProvisioner topics, DeadLetters deadLetters) {
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        KafkaClients.consumer(
                                configured,
                                Map.of(
                                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                        "earliest",
                                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                        false)),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        return new DeadLetterListener(consumers, topics::deadLetterTopics, service, deadLetters);
    }

    /** Named in assay-messaging.yml as the converter of all consumers. */
    @Bean
    BatchConverter assayBatchConverter() {
        return new BatchConverter();
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<byte[], byte[]>> listeners(
            KafkaTemplate<byte[], byte[]> kafka) {
        return (container, destination, group) -> {
            container.setCommonErrorHandler(errorHandler(kafka, group));
            container.getContainerProperties().setIdleBetweenPolls(BETWEEN_POLLS_MILLIS);
        };
    }

    /** A poison record goes to the dead letters at once; all else is repeated until it succeeds. */
    private static DefaultErrorHandler errorHandler(
            KafkaTemplate<byte[], byte[]> kafka, String group) {
        var recoverer =
                new DeadLetterPublishingRecoverer(
                        kafka,
                        (record, failure) ->
                                new TopicPartition(
                                        TopicProvisioner.deadLetterTopic(record.topic(), group),
                                        0));
        recoverer.excludeHeader(
                DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd.EX_STACKTRACE,
                DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd.EX_MSG);
        recoverer.addHeadersFunction((record, failure) -> PoisonEvent.header(failure));
        recoverer.setFailIfSendResultIsError(true);
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        var handler = new DefaultErrorHandler(recoverer, backOff);
        handler.addNotRetryableExceptions(PoisonEvent.class);
        return handler;
    }
}
