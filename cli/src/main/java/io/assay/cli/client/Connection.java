package io.assay.cli.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of a command that uses the API as one principal. */
public final class Connection {

    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(30);

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            defaultValue = "${env:ASSAY_URL:-http://localhost:8080}",
            description = "of the platform (default: what ASSAY_URL says, or ${DEFAULT-VALUE})")
    private URI gateway;

    public URI gateway() {
        return gateway;
    }

    public Http open() {
        return new Http(gateway, RETRY_TIMEOUT);
    }

    /**
     * As the machine client of {@code ASSAY_CLIENT_ID} and {@code ASSAY_CLIENT_SECRET}, or as the
     * person of {@code ASSAY_USER} and {@code ASSAY_PASSWORD}.
     *
     * @throws IllegalArgumentException if neither is set
     */
    public static Session signIn(Http http, Map<String, String> environment) {
        Accounts accounts = new Accounts(http);
        String client = environment.getOrDefault("ASSAY_CLIENT_ID", "");
        String user = environment.getOrDefault("ASSAY_USER", "");
        if (!client.isEmpty()) {
            return accounts.logIn(
                    new Accounts.MachineClient(
                            client, environment.getOrDefault("ASSAY_CLIENT_SECRET", "")));
        }
        if (!user.isEmpty()) {
            return accounts.logIn(user, environment.getOrDefault("ASSAY_PASSWORD", ""));
        }
        throw new IllegalArgumentException("neither ASSAY_CLIENT_ID nor ASSAY_USER is set");
    }
}
