package io.assay.load.demo;

import io.assay.cli.people.Staff;
import io.assay.load.crowd.Crowd;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/** Tells where to go on by oneself. */
record DemoSummary(PrintStream out, URI gateway) {

    void print(Staff staff, List<Crowd.Member> workers, String workersPassword) {
        out.println();
        out.println("The stack stays up (./assay down stops it):");
        out.println("  API and its documentation  " + gateway.resolve("/docs"));
        out.println("  OpenAPI                    " + gateway.resolve("/v1/openapi"));
        out.println(
                "  OpenID configuration       "
                        + gateway.resolve("/.well-known/openid-configuration"));
        out.println("Logins of this run:");
        staff.logins().forEach(login -> line(login.role(), login.username(), login.password()));
        line(
                "workers",
                workers.getFirst().username() + " to " + workers.getLast().username(),
                workersPassword);
    }

    private void line(String role, String username, String password) {
        out.printf("  %-38s %-34s %s%n", role, username, password);
    }
}
