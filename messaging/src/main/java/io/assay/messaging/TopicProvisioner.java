package io.assay.messaging;

import io.assay.events.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.SmartLifecycle;

/** Creates missing topics before the first consumer starts, and waits for a broker to do so. */
final class TopicProvisioner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Map<String, Object> admin;
    private final MessagingProperties properties;
    private final BindingServiceProperties bindings;
    private final String group;
    private volatile boolean running;

    /**
     * @param admin properties of the admin client, with all that a secured broker asks for
     */
    TopicProvisioner(
            Map<String, Object> admin,
            MessagingProperties properties,
            BindingServiceProperties bindings,
            String group) {
        this.admin = admin;
        this.properties = properties;
        this.bindings = bindings;
        this.group = group;
    }

    /** The topic for what this service cannot process of {@code topic}. */
    static String deadLetterTopic(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    /** The dead-letter topics of everything that this service consumes. */
    Collection<String> deadLetterTopics() {
        TreeSet<String> topics = new TreeSet<>();
        for (Map.Entry<String, BindingProperties> binding : bindings.getBindings().entrySet()) {
            String destination = binding.getValue().getDestination();
            if (binding.getKey().contains("-in-") && destination != null) {
                Arrays.stream(destination.split(","))
                        .map(topic -> deadLetterTopic(topic.strip(), group))
                        .forEach(topics::add);
            }
        }
        return topics;
    }

    @Override
    public void start() {
        running = true;
        if (properties.createTopics()) {
            while (running && !created()) {
                pause();
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    private boolean created() {
        try (Admin client = Admin.create(admin)) {
            for (var creation : client.createTopics(wanted()).values().values()) {
                awaitCreated(creation);
            }
            return true;
        } catch (ExecutionException e) {
            LOG.atWarn()
                    .addKeyValue("reason", String.valueOf(e.getCause()))
                    .log("waiting for the broker (spring.kafka.bootstrap-servers)");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
            return false;
        }
    }

    private static void awaitCreated(org.apache.kafka.common.KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            // another service was faster
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private List<NewTopic> wanted() {
        Stream<NewTopic> events = Arrays.stream(Topic.values()).map(this::newTopic);
        Stream<NewTopic> deadLetters =
                deadLetterTopics().stream()
                        .map(name -> new NewTopic(name, 1, properties.replication()));
        return Stream.concat(events, deadLetters).toList();
    }

    private NewTopic newTopic(Topic topic) {
        Map<String, String> config =
                switch (topic.retention()) {
                    case COMPACTED ->
                            Map.of(
                                    TopicConfig.CLEANUP_POLICY_CONFIG,
                                    TopicConfig.CLEANUP_POLICY_COMPACT);
                    case WEEK ->
                            Map.of(
                                    TopicConfig.RETENTION_MS_CONFIG,
                                    Long.toString(Duration.ofDays(7).toMillis()));
                    case FOREVER -> Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
                };
        return new NewTopic(topic.topicName(), properties.partitions(), properties.replication())
                .configs(config);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
