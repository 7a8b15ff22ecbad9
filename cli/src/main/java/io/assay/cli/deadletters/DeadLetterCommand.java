package io.assay.cli.deadletters;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Http;
import io.assay.cli.client.RunningStack;
import io.assay.cli.client.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;

/** {@code assay dlt}. */
@Command(
        name = "dlt",
        description = "Lists the messages that services could not process.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "On the stack that is up: as ./assay up left it, or ASSAY_URL and ASSAY_OPS_PASSWORD."
        })
public final class DeadLetterCommand implements Callable<Integer> {

    private static final List<String> SERVICES =
            List.of("task-service", "assignment-service", "review-service", "payment-service");
    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(30);

    private final PrintStream out;

    public DeadLetterCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        return asOperations(this::list);
    }

    @Command(
            name = "replay",
            description = "Puts a message back into its topic.",
            mixinStandardHelpOptions = true)
    int replay(
            @Parameters(
                            paramLabel = "SERVICE",
                            completionCandidates = Services.class,
                            converter = ServiceName.class,
                            description = "one of ${COMPLETION-CANDIDATES}")
                    String service,
            @Parameters(paramLabel = "ID", description = "as it was listed") String id)
            throws IOException {
        return asOperations(ops -> replay(ops, service, id));
    }

    static final class Services implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return SERVICES.iterator();
        }
    }

    static final class ServiceName implements ITypeConverter<String> {

        @Override
        public String convert(String name) {
            if (!SERVICES.contains(name)) {
                throw new TypeConversionException(name + " (expected: one of " + SERVICES + ")");
            }
            return name;
        }
    }

    private static int asOperations(Consumer<Session> task) throws IOException {
        RunningStack stack = RunningStack.find(System.getenv());
        try (Http http = new Http(stack.gateway(), RETRY_TIMEOUT)) {
            task.accept(new Accounts(http).logIn("ops", stack.opsPassword()));
            return 0;
        }
    }

    void list(Session ops) {
        int count = 0;
        for (String service : SERVICES) {
            for (JsonNode letter : ops.all(path(service), JsonNode.class)) {
                count++;
                out.println(line(service, letter));
            }
        }
        out.println(count == 0 ? "No dead letters." : "%,d dead letters.".formatted(count));
    }

    void replay(Session ops, String service, String id) {
        Call call = Call.post(path(service) + "/" + Call.encode(id) + "/replay");
        JsonNode letter = ops.send(call).as(JsonNode.class);
        out.println("✔ put back into " + letter.path("topic").asString(""));
    }

    private static String line(String service, JsonNode letter) {
        String replayed =
                letter.has("replayedAt")
                        ? ", replayed " + letter.path("replayedAt").asString("")
                        : "";
        return "%s  %s  %s, %s: %s%s"
                .formatted(
                        service,
                        letter.path("id").asString(""),
                        letter.path("recordedAt").asString(""),
                        letter.path("eventType").asString("unknown type"),
                        letter.path("error").asString(""),
                        replayed);
    }

    private static String path(String service) {
        return "/v1/ops/" + service + "/dead-letters";
    }
}
