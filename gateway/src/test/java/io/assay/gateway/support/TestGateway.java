package io.assay.gateway.support;

import io.assay.gateway.GatewayApplication;
import io.assay.messaging.Engines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A gateway in this JVM, on real engines, that tests talk to over HTTP only. */
public final class TestGateway implements AutoCloseable {

    public static final String OPS_PASSWORD = "ops-for-the-tests";

    private static final class Shared {
        static final Engines ENGINES = engines();
        static final FakeService SERVICE = new FakeService();
        static final BrokenService BROKEN = new BrokenService();
        static final TestGateway GATEWAY = start(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(ENGINES::close));
        }

        private static Engines engines() {
            Engines engines = Engines.start();
            try (Admin admin =
                    Admin.create(
                            Map.of(
                                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                    engines.bootstrapServers()))) {
                admin.createTopics(
                                List.of(
                                        new NewTopic("assay.projects", 3, (short) 1),
                                        new NewTopic("assay.results", 3, (short) 1)))
                        .all()
                        .get();
                return engines;
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final ConfigurableApplicationContext context;
    private final int port;
    private final Api api;

    private TestGateway(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
        this.api = new Api("http://localhost:" + port);
    }

    /** One for all tests that need nothing special. */
    public static TestGateway shared() {
        return Shared.GATEWAY;
    }

    public static FakeService service() {
        return Shared.SERVICE;
    }

    public static Engines engines() {
        return Shared.ENGINES;
    }

    /** One of its own, with a database of its own unless the properties say otherwise. */
    public static TestGateway start(Map<String, String> properties) {
        return start(
                freePort(), "gateway" + UUID.randomUUID().toString().replace("-", ""), properties);
    }

    public static TestGateway start(int port, String database, Map<String, String> properties) {
        return start(port, database, properties, _ -> {});
    }

    /**
     * @param before gets the context before it is refreshed
     */
    public static TestGateway start(
            int port,
            String database,
            Map<String, String> properties,
            ApplicationContextInitializer<GenericApplicationContext> before) {
        Map<String, Object> all = new HashMap<>(Shared.ENGINES.properties(database));
        String service = Shared.SERVICE.uri().toString();
        all.putAll(
                Map.of(
                        "server.port",
                        port,
                        "management.server.port",
                        0,
                        "assay.gateway.public-url",
                        "http://localhost:" + port,
                        "assay.gateway.bootstrap-ops-password",
                        OPS_PASSWORD,
                        "assay.gateway.services.task",
                        service,
                        "assay.gateway.services.assignment",
                        service,
                        "assay.gateway.services.review",
                        Shared.BROKEN.uri().toString(),
                        "assay.gateway.services.payment",
                        "http://127.0.0.1:" + freePort(),
                        "assay.gateway.streams.heartbeat",
                        "200ms"));
        all.put("logging.structured.format.console", "");
        all.put("logging.level.root", "warn");
        // each of a hundred tests asks at once for what a client asks for now and then
        all.put("assay.gateway.limits.stream.burst", "1000");
        all.put("assay.gateway.limits.invalid-token.burst", "1000");
        all.putAll(properties);
        String[] arguments =
                all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        return new TestGateway(
                new SpringApplicationBuilder(GatewayApplication.class)
                        .initializers(before)
                        .run(arguments),
                port);
    }

    /** Below those that systems give to clients: nobody else takes it before it is used. */
    public static int freePort() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException taken) {
                // another one
            }
        }
        throw new IllegalStateException("no free port");
    }

    public Api api() {
        return api;
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return Integer.parseInt(
                context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
