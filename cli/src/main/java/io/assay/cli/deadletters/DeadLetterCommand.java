package io.assay.cli.deadletters;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.RunningStack;
import io.assay.cli.client.Session;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code ./assay dlt}: lists the dead letters of all services, or replays one. */
public final class DeadLetterCommand {

    static final List<String> SERVICES =
            List.of("task-service", "assignment-service", "review-service", "payment-service");

    private static final String USAGE =
            """
            usage: ./assay dlt                      lists what services could not process
                   ./assay dlt replay SERVICE ID    puts one back into its topic, after a fix
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PrintStream out;
    private final Session ops;

    DeadLetterCommand(PrintStream out, Session ops) {
        this.out = out;
        this.ops = ops;
    }

    /** The exit code: 0 if it was done, 1 if it was refused, 2 if it could not be tried. */
    public static int run(PrintStream out, List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        if (!isUnderstood(arguments)) {
            out.print(USAGE);
            return 2;
        }
        Path home = Path.of(System.getProperty("assay.home", ".")).toAbsolutePath().normalize();
        try {
            RunningStack stack = RunningStack.find(System.getenv(), home.resolve(".assay"));
            try (Http http = new Http(stack.gateway(), PATIENCE)) {
                Session ops = new Accounts(http).logIn("ops", stack.opsPassword());
                new DeadLetterCommand(out, ops).run(arguments);
                return 0;
            }
        } catch (IOException | Http.Unreachable e) {
            out.println("✘ " + e.getMessage());
            return 2;
        } catch (ProblemException | IllegalArgumentException e) {
            out.println("✘ " + e.getMessage());
            return 1;
        }
    }

    static boolean isUnderstood(List<String> arguments) {
        return arguments.isEmpty()
                || (arguments.size() == 3
                        && arguments.getFirst().equals("replay")
                        && SERVICES.contains(arguments.get(1)));
    }

    void run(List<String> arguments) {
        if (arguments.isEmpty()) {
            list();
        } else {
            replay(arguments.get(1), arguments.get(2));
        }
    }

    private void list() {
        int count = 0;
        for (String service : SERVICES) {
            for (JsonNode letter : ops.all(path(service), JsonNode.class)) {
                count++;
                out.println(line(service, letter));
            }
        }
        out.println(count == 0 ? "No dead letters." : "%,d dead letters.".formatted(count));
    }

    private void replay(String service, String id) {
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
