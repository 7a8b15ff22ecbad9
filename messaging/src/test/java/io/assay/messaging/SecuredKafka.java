package io.assay.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.test.JaasUtils;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A broker that talks to nobody without a password. */
public final class SecuredKafka implements AutoCloseable {

    public static final String PROTOCOL = "SASL_PLAINTEXT";
    public static final String MECHANISM = "PLAIN";
    public static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                    + JaasUtils.KAFKA_PLAIN_ADMIN
                    + "\" password=\""
                    + JaasUtils.KAFKA_PLAIN_ADMIN_PASSWORD
                    + "\";";

    private final KafkaClusterTestKit cluster;

    private SecuredKafka(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
    }

    public static SecuredKafka start() {
        try {
            TestKitNodes nodes =
                    new TestKitNodes.Builder()
                            .setCombined(true)
                            .setNumBrokerNodes(1)
                            .setNumControllerNodes(1)
                            .setBrokerSecurityProtocol(SecurityProtocol.SASL_PLAINTEXT)
                            .setControllerSecurityProtocol(SecurityProtocol.SASL_PLAINTEXT)
                            .build();
            KafkaClusterTestKit cluster =
                    new KafkaClusterTestKit.Builder(nodes)
                            .setConfigProp("auto.create.topics.enable", "false")
                            .setConfigProp("offsets.topic.replication.factor", "1")
                            .setConfigProp("transaction.state.log.replication.factor", "1")
                            .setConfigProp("group.initial.rebalance.delay.ms", "0")
                            .build();
            cluster.format();
            cluster.startup();
            cluster.waitForReadyBrokers();
            return new SecuredKafka(cluster);
        } catch (Exception e) {
            throw new IllegalStateException("no secured broker", e);
        }
    }

    public String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    /** For clients of tests. */
    public Map<String, Object> client() {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                PROTOCOL,
                SaslConfigs.SASL_MECHANISM,
                MECHANISM,
                SaslConfigs.SASL_JAAS_CONFIG,
                LOGIN);
    }

    /** For an application: only what its operator would configure. */
    public Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("spring.kafka.bootstrap-servers", bootstrapServers());
        properties.put("spring.kafka.security.protocol", PROTOCOL);
        properties.put("spring.kafka.properties.sasl.mechanism", MECHANISM);
        properties.put("spring.kafka.properties.sasl.jaas.config", LOGIN);
        return properties;
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }
}
