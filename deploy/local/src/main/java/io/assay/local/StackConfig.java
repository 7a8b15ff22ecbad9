package io.assay.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to run and how.
 *
 * @param home the checkout, whose modules were built
 * @param work logs and state
 * @param data what outlives the stack; null for a stack that forgets
 * @param mongodb connection string of a document store that is there already; null to start the
 *     imitation
 * @param instances how many of each component; 0 leaves it out
 * @param environment further environment variables by component; they win over the stack's own
 * @param jvmOptions further JVM options by component; they win over the usual ones
 */
public record StackConfig(
        Path home,
        Path work,
        @Nullable Path data,
        Ports ports,
        @Nullable String mongodb,
        Map<Component, Integer> instances,
        Map<Component, Map<String, String>> environment,
        Map<Component, List<String>> jvmOptions) {

    public StackConfig {
        instances = Map.copyOf(instances);
        environment = Map.copyOf(environment);
        jvmOptions = Map.copyOf(jvmOptions);
        ports = ports.withFree(names(instances).toList());
    }

    /** The variable that leads every stack to a document store that is there already. */
    static final String MONGODB_VARIABLE = "ASSAY_MONGODB_URI";

    /** The documented ports, one of each, state in {@code .assay}. */
    public static StackConfig standard(Path home) {
        return of(home, home.resolve(".assay"), Ports.standard(System.getenv()));
    }

    /** Free ports and a directory of its own, so that it may run beside another stack. */
    public static StackConfig isolated(Path home, Path work) {
        return of(home, work, new Ports(Map.of()));
    }

    private static StackConfig of(Path home, Path work, Ports ports) {
        Map<Component, Integer> one = new EnumMap<>(Component.class);
        Stream.of(Component.values()).forEach(component -> one.put(component, 1));
        StackConfig config =
                new StackConfig(
                        home.toAbsolutePath(),
                        work.toAbsolutePath(),
                        null,
                        ports,
                        null,
                        one,
                        Map.of(),
                        Map.of());
        String mongodb = System.getenv().getOrDefault(MONGODB_VARIABLE, "");
        return mongodb.isEmpty() ? config : config.withMongodb(mongodb);
    }

    public StackConfig withData(Path directory) {
        return new StackConfig(
                home,
                work,
                directory.toAbsolutePath(),
                ports,
                mongodb,
                instances,
                environment,
                jvmOptions);
    }

    /**
     * On a document store that is there already, in databases of this stack's own; the imitation is
     * left out.
     *
     * @param uri {@code mongodb://[user:password@]host[:port][,…]/[?options]}
     */
    public StackConfig withMongodb(String uri) {
        Map<Component, Integer> changed = new EnumMap<>(instances);
        changed.put(Component.DOCUMENTS, 0);
        return new StackConfig(home, work, data, ports, uri, changed, environment, jvmOptions);
    }

    public StackConfig withInstances(Component component, int count) {
        Map<Component, Integer> changed = new EnumMap<>(instances);
        changed.put(component, count);
        return new StackConfig(home, work, data, ports, mongodb, changed, environment, jvmOptions);
    }

    public StackConfig withEnvironment(Component component, String name, String value) {
        Map<Component, Map<String, String>> changed = new LinkedHashMap<>(environment);
        Map<String, String> variables =
                new LinkedHashMap<>(changed.getOrDefault(component, Map.of()));
        variables.put(name, value);
        changed.put(component, variables);
        return new StackConfig(home, work, data, ports, mongodb, instances, changed, jvmOptions);
    }

    /** Further JVM options of one component, in place of those given before. */
    public StackConfig withJvmOptions(Component component, List<String> options) {
        Map<Component, List<String>> changed = new LinkedHashMap<>(jvmOptions);
        changed.put(component, List.copyOf(options));
        return new StackConfig(home, work, data, ports, mongodb, instances, environment, changed);
    }

    List<String> jvmOptionsOf(Component component) {
        return jvmOptions.getOrDefault(component, List.of());
    }

    /** Where the engines and the services keep their files. */
    Path storage() {
        return Optional.ofNullable(data).orElse(work.resolve("run"));
    }

    List<String> instancesOf(Component component) {
        return instanceNames(component, instances.getOrDefault(component, 0)).toList();
    }

    /** The ports that this stack's processes will listen on. */
    Ports taken() {
        return ports.only(
                Stream.concat(
                                Stream.of(Component.values())
                                        .flatMap(component -> instancesOf(component).stream()),
                                Stream.of(Ports.GATEWAY_MANAGEMENT))
                        .toList());
    }

    private static Stream<String> instanceNames(Component component, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(component::instance);
    }

    private static Stream<String> names(Map<Component, Integer> instances) {
        return Stream.concat(
                Stream.of(Component.values())
                        .flatMap(
                                component ->
                                        instanceNames(
                                                component,
                                                Math.max(1, instances.getOrDefault(component, 0)))),
                Stream.of(Ports.GATEWAY_MANAGEMENT));
    }
}
