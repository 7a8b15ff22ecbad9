package io.assay.gateway.client;

import io.assay.gateway.access.Role;
import io.assay.gateway.revocation.Revocations;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Machine clients, made by operations for partners and scripts. */
@RestController
@Tag(name = "clients")
class ClientController {

    /** As a token's {@code sub} must be. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final MongoMachineClients clients;
    private final Revocations revocations;
    private final ClientSecrets secrets = new ClientSecrets();
    private final Clock clock;

    ClientController(MongoMachineClients clients, Revocations revocations, Clock clock) {
        this.clients = clients;
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * What makes a client.
     *
     * @param clientId 1 to 64 of letters, digits, '_', '-'
     * @param subject the {@code sub} of its tokens; the client id if absent
     */
    record NewClient(
            @Nullable String clientId, @Nullable Set<Role> roles, @Nullable String subject) {}

    /** The secret is returned this once. */
    record View(String clientId, String clientSecret) {}

    @PostMapping("/v1/admin/clients")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a machine client",
            description =
                    "Needs the role ops. The client gets tokens by client_credentials. The secret"
                            + " is shown only here.")
    @ApiResponse(responseCode = "201", description = "The client's id and secret.")
    @ApiResponse(responseCode = "409", description = "The client id is taken.")
    @ApiResponse(responseCode = "422", description = "The id, the subject or the roles are wrong.")
    View make(@RequestBody NewClient body) {
        String clientId = identifier("clientId", body.clientId());
        Set<Role> roles = body.roles();
        if (roles == null || roles.isEmpty()) {
            throw invalid("roles: (expected: at least one role)");
        }
        String subject = Objects.requireNonNullElse(body.subject(), clientId);
        String secret = secrets.generate();
        MachineClient client =
                new MachineClient(
                        clientId,
                        Objects.requireNonNull(secrets.encode(secret)),
                        roles,
                        identifier("subject", subject),
                        clock.instant());
        if (clientId.equals(Clients.WEB) || !clients.insert(client)) {
            throw Problem.of(HttpStatus.CONFLICT, "client-taken", "This client id is taken.");
        }
        return new View(clientId, secret);
    }

    @PostMapping("/v1/admin/clients/{clientId}/secret")
    @Operation(
            summary = "Give a machine client another secret",
            description =
                    "Needs the role ops. The old secret ends at once, and with it all tokens of the"
                            + " client's subject: in every service within a minute.")
    @ApiResponse(responseCode = "200", description = "The new secret, shown only here.")
    @ApiResponse(responseCode = "404", description = "There is no such client.")
    View rotate(@PathVariable String clientId) {
        MachineClient client = found(clientId);
        String secret = secrets.generate();
        clients.setSecret(clientId, Objects.requireNonNull(secrets.encode(secret)));
        revocations.end(client.subject());
        return new View(clientId, secret);
    }

    @DeleteMapping("/v1/admin/clients/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a machine client",
            description =
                    "Needs the role ops. It gets no tokens any more, and those of its subject end:"
                            + " in every service within a minute.")
    @ApiResponse(responseCode = "204", description = "There is no such client, now or before.")
    void delete(@PathVariable String clientId) {
        clients.find(clientId)
                .ifPresent(
                        client -> {
                            // ended twice: a repeat after a failure no longer finds its subject
                            revocations.end(client.subject());
                            clients.delete(clientId);
                            revocations.end(client.subject());
                        });
    }

    private MachineClient found(String clientId) {
        return clients.find(clientId)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        HttpStatus.NOT_FOUND,
                                        "client-not-found",
                                        "There is no such machine client."));
    }

    private static String identifier(String field, @Nullable String value) {
        if (value == null || !ID.matcher(value).matches()) {
            throw invalid(field + ": (expected: 1 to 64 letters, digits, '_' or '-')");
        }
        return value;
    }

    private static Problem invalid(String detail) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-client", detail);
    }
}
