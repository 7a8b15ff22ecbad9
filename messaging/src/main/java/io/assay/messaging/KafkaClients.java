package io.assay.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * How every Kafka client of ours is configured that no template or binder makes: as {@code
 * spring.kafka.*} says, with all of its security, and then by what the client itself needs. Nobody
 * puts together a client's properties elsewhere, or a secured broker would refuse it.
 */
public final class KafkaClients {

    private KafkaClients() {}

    /**
     * @param own wins over the configuration
     */
    public static Map<String, Object> admin(KafkaAdmin configured, Map<String, Object> own) {
        return with(configured.getConfigurationProperties(), own);
    }

    /**
     * Of no group unless {@code own} names one.
     *
     * @param own wins over the configuration
     */
    public static Map<String, Object> consumer(
            ConsumerFactory<?, ?> configured, Map<String, Object> own) {
        Map<String, Object> base = new HashMap<>(configured.getConfigurationProperties());
        base.remove(ConsumerConfig.GROUP_ID_CONFIG);
        base.remove(ConsumerConfig.CLIENT_ID_CONFIG);
        return with(base, own);
    }

    private static Map<String, Object> with(Map<String, Object> base, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(base);
        all.putAll(own);
        return all;
    }
}
