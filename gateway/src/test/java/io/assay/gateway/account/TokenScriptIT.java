package io.assay.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way to a token by curl that the README tells. */
class TokenScriptIT {

    private static final Path SCRIPT = Path.of("..", "deploy", "token.sh");

    private final Api api = TestGateway.shared().api();

    private record Ran(int exit, String output) {}

    @BeforeEach
    void needsCurl() {
        for (String tool : new String[] {"bash", "curl", "openssl"}) {
            assumeTrue(isThere(tool), tool + " is not there");
        }
    }

    @Test
    void printsATokenOfAPerson() throws Exception {
        Ran ran = run(TestGateway.OPS_PASSWORD);

        assertThat(ran.exit()).isZero();
        String token = ran.output().strip();
        assertThat(Api.json(api.get("/v1/me", token)).path("username").asString()).isEqualTo("ops");
    }

    @Test
    void failsWithAWrongPassword() throws Exception {
        Ran ran = run("a guess & more");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.output()).contains("sign-in of ops was refused");
    }

    private Ran run(String password) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", SCRIPT.toString(), "ops", api.uri("").toString());
        builder.environment().put("ASSAY_PASSWORD", password);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }
}
