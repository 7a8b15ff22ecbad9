package io.assay.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Apache Kafka in this process: one node that is broker and controller at once, on the loopback
 * address. A killed one starts again on the same directory with all it had.
 */
public final class KafkaProcess {

    private static final int NODE = 1;

    private KafkaProcess() {}

    /** Arguments: {@code --port N --directory DIR [--ready FILE]}. */
    public static void main(String[] arguments) throws Exception {
        Arguments options =
                Arguments.parse(
                        List.of(arguments), Set.of("--port", "--directory", "--ready"), Set.of());
        Path directory = options.path("--directory");
        format(directory);
        KafkaRaftServer server =
                new KafkaRaftServer(config(options.port("--port"), directory), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup(); // returns when the broker serves
        Ready.announce(options);
        server.awaitShutdown();
    }

    private static void format(Path directory) throws Exception {
        Files.createDirectories(directory);
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName("CONTROLLER")
                .setPrintStream(
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static KafkaConfig config(int port, Path directory) throws IOException {
        int controller = freePort();
        Properties properties = new Properties();
        List.of(
                        "process.roles=broker,controller",
                        "node.id=" + NODE,
                        "controller.quorum.voters=" + NODE + "@127.0.0.1:" + controller,
                        "listeners=PLAINTEXT://127.0.0.1:"
                                + port
                                + ",CONTROLLER://127.0.0.1:"
                                + controller,
                        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "controller.listener.names=CONTROLLER",
                        "inter.broker.listener.name=PLAINTEXT",
                        "log.dirs=" + directory,
                        "auto.create.topics.enable=false",
                        "log.retention.ms=-1",
                        // One node has no second replica to keep.
                        "offsets.topic.replication.factor=1",
                        "offsets.topic.num.partitions=8",
                        "transaction.state.log.replication.factor=1",
                        "transaction.state.log.min.isr=1",
                        "share.coordinator.state.topic.replication.factor=1",
                        "share.coordinator.state.topic.min.isr=1",
                        // A desk waits for the first rebalance, and for a killed broker's session.
                        "group.initial.rebalance.delay.ms=0",
                        "broker.session.timeout.ms=4000",
                        "broker.heartbeat.interval.ms=500",
                        // Small: the defaults are a server's.
                        "num.network.threads=2",
                        "num.io.threads=3",
                        "background.threads=2",
                        "log.cleaner.dedupe.buffer.size=8388608",
                        "log.cleaner.io.buffer.size=262144")
                .forEach(
                        line ->
                                properties.setProperty(
                                        line.substring(0, line.indexOf('=')),
                                        line.substring(line.indexOf('=') + 1)));
        return KafkaConfig.fromProps(properties);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
