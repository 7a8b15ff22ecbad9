package io.assay.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a configuration into the processes to run: the engines first, then the services. */
final class StackPlan {

    private static final String KAFKA_HEAP = "256m";
    private static final String DOCUMENTS_HEAP =
            "1g"; // it holds everything; it takes what it needs
    private static final int PARTITIONS = 6;

    private final StackConfig config;
    private final Secrets secrets;
    private final DocumentStore store;

    StackPlan(StackConfig config, Secrets secrets, DocumentStore store) {
        this.config = config;
        this.secrets = secrets;
        this.store = store;
    }

    List<List<ProcessSpec>> stages() {
        List<ProcessSpec> engines = new ArrayList<>();
        config.instancesOf(Component.KAFKA).forEach(name -> engines.add(kafka(name)));
        config.instancesOf(Component.DOCUMENTS).forEach(name -> engines.add(documents(name)));
        List<ProcessSpec> services = new ArrayList<>();
        for (Component component : Component.services()) {
            config.instancesOf(component).forEach(name -> services.add(service(component, name)));
        }
        return List.of(engines, services);
    }

    private ProcessSpec kafka(String name) {
        List<String> arguments =
                List.of(
                        "--port", port(name),
                        "--directory", config.storage().resolve("kafka").toString(),
                        "--ready", readyFile(name).toString());
        List<String> options = engineOptions(Component.KAFKA, KAFKA_HEAP);
        return engine(name, KafkaProcess.class, options, arguments, kafkaBootstrap(), true);
    }

    private ProcessSpec documents(String name) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("--port", port(name), "--ready", readyFile(name).toString()));
        if (config.data() != null) {
            arguments.add("--directory");
            arguments.add(config.storage().resolve("documents").toString());
        }
        List<String> options = engineOptions(Component.DOCUMENTS, DOCUMENTS_HEAP);
        // what forgets must not come back empty behind services that remember
        boolean restart = config.data() != null;
        return engine(name, DocumentServerProcess.class, options, arguments, store.uri(), restart);
    }

    private List<String> engineOptions(Component component, String heap) {
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
        options.addAll(config.jvmOptionsOf(component));
        return options;
    }

    private ProcessSpec engine(
            String name,
            Class<?> main,
            List<String> options,
            List<String> arguments,
            String address,
            boolean restart) {
        return new ProcessSpec(
                name,
                Jvm.engine(config.home(), main, options, arguments),
                Map.of(),
                config.work(),
                log(name),
                new Readiness.FileAppears(readyFile(name)),
                address,
                restart);
    }

    private ProcessSpec service(Component component, String name) {
        ServiceImage image = new ServiceImage(config.home(), component.processName());
        Map<String, String> environment = environment(component, name);
        environment.putAll(config.environment().getOrDefault(component, Map.of()));
        int management =
                component == Component.GATEWAY
                        ? config.ports().of(Ports.GATEWAY_MANAGEMENT)
                        : config.ports().of(name);
        return new ProcessSpec(
                name,
                image.command(config.jvmOptionsOf(component)),
                environment,
                image.directory(),
                log(name),
                new Readiness.HttpOk(
                        URI.create(
                                "http://127.0.0.1:" + management + "/actuator/health/readiness")),
                component == Component.GATEWAY ? gatewayUrl() : "http://127.0.0.1:" + port(name),
                true);
    }

    private Map<String, String> environment(Component component, String name) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SERVER_PORT", port(name));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SPRING_MONGODB_URI", store.uriOf(component));
        variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap());
        variables.put("ASSAY_KAFKA_PARTITIONS", String.valueOf(PARTITIONS));
        variables.put("ASSAY_SECURITY_ISSUER", gatewayUrl());
        variables.put(
                "ASSAY_SECURITY_JWK_SET_URI",
                "http://127.0.0.1:" + config.ports().of(Component.GATEWAY) + "/oauth2/jwks");
        variables.put(
                "ASSAY_SECURITY_REVOCATIONS_URI",
                "http://127.0.0.1:" + config.ports().of(Component.GATEWAY) + "/oauth2/revocations");
        switch (component) {
            case TASK -> {
                variables.put("ASSAY_PICTURES_SIGNING_SECRET", secrets.signingSecret());
                variables.put(
                        "ASSAY_BLOBS_DIRECTORY", config.storage().resolve("blobs").toString());
            }
            case ASSIGNMENT, REVIEW ->
                    variables.put("ASSAY_PICTURES_SIGNING_SECRET", secrets.signingSecret());
            case GATEWAY -> variables.putAll(gatewayEnvironment());
            case PAYMENT, KAFKA, DOCUMENTS -> {}
        }
        return variables;
    }

    private Map<String, String> gatewayEnvironment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(
                "MANAGEMENT_SERVER_PORT",
                String.valueOf(config.ports().of(Ports.GATEWAY_MANAGEMENT)));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("ASSAY_GATEWAY_PUBLIC_URL", gatewayUrl());
        variables.put("ASSAY_GATEWAY_TASK_URL", url(Component.TASK));
        variables.put("ASSAY_GATEWAY_ASSIGNMENT_URL", urls(Component.ASSIGNMENT));
        variables.put("ASSAY_GATEWAY_REVIEW_URL", url(Component.REVIEW));
        variables.put("ASSAY_GATEWAY_PAYMENT_URL", url(Component.PAYMENT));
        variables.put("ASSAY_GATEWAY_BOOTSTRAP_OPS_PASSWORD", secrets.opsPassword());
        return variables;
    }

    /** Of all instances, which share the work; one that is left out is at its port all the same. */
    private String urls(Component component) {
        List<String> names = config.instancesOf(component);
        return names.isEmpty()
                ? url(component)
                : names.stream()
                        .map(name -> "http://127.0.0.1:" + port(name))
                        .collect(Collectors.joining(","));
    }

    /** Of these services the gateway asks the first instance only. */
    private String url(Component component) {
        return "http://127.0.0.1:" + config.ports().of(component);
    }

    String gatewayUrl() {
        return "http://localhost:" + config.ports().of(Component.GATEWAY);
    }

    String kafkaBootstrap() {
        return "127.0.0.1:" + config.ports().of(Component.KAFKA);
    }

    private String port(String name) {
        return String.valueOf(config.ports().of(name));
    }

    private Path log(String name) {
        return config.work().resolve("logs").resolve(name + ".log");
    }

    private Path readyFile(String name) {
        return config.work().resolve("ready").resolve(name);
    }
}
