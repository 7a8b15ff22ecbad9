package io.assay.cli.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sign-up, logins and machine clients at the gateway. */
public final class Accounts {

    private final Http http;

    public Accounts(Http http) {
        this.http = http;
    }

    /** With a connection of its own to the gateway. */
    public static Accounts at(URI gateway, Duration timeout) {
        return new Accounts(new Http(gateway, timeout));
    }

    public Http http() {
        return http;
    }

    /** Someone who may log in. */
    public record Account(String id, String username, List<String> roles) {}

    /** A script that may get tokens. */
    public record MachineClient(String clientId, String clientSecret) {}

    /** Opens a worker's account, as anyone may. */
    public Account signUp(String username, String password) {
        Call call =
                Call.post("/v1/accounts").json(Map.of("username", username, "password", password));
        return http.send(call).orThrow(call).as(Account.class);
    }

    public Session logIn(String username, String password) {
        return new Session(http, new PasswordLogin(http, username, password));
    }

    public Session logIn(MachineClient client) {
        return new Session(
                http, new ClientCredentials(http, client.clientId(), client.clientSecret()));
    }

    /** Opens an account with roles, as operations may. */
    public static Account create(Session ops, String username, String password, String... roles) {
        return ops.post(
                "/v1/admin/accounts",
                Map.of("username", username, "password", password, "roles", List.of(roles)),
                Account.class);
    }

    /** Registers a machine client, as operations may; its tokens have its id as subject. */
    public static MachineClient createClient(Session ops, String clientId, String... roles) {
        return ops.post(
                "/v1/admin/clients",
                Map.of("clientId", clientId, "roles", List.of(roles)),
                MachineClient.class);
    }
}
