package io.assay.load.demo;

import io.assay.cli.people.Staff;
import io.assay.load.crowd.Crowd;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/** Tells where to go on by oneself, and what for. */
record DemoSummary(PrintStream out, URI gateway) {

    void print(Staff staff, List<Crowd.Member> workers, String workersPassword, OpenWork openWork) {
        out.println();
        out.println("Logins of this run:");
        staff.logins().stream()
                .filter(login -> !login.role().equals("reviewer"))
                .forEach(login -> line(login.role(), login.username(), login.password()));
        line(
                "the crowd",
                workers.getFirst().username() + " to " + workers.getLast().username(),
                workersPassword);
        out.println("For programs:");
        out.println("  API and its documentation  " + gateway.resolve("/docs"));
        out.println("  OpenAPI                    " + gateway.resolve("/v1/openapi"));
        out.println(
                "  OpenID configuration       "
                        + gateway.resolve("/.well-known/openid-configuration"));
        out.println();
        out.println("Try it yourself at " + gateway + " (it stays up until ./assay down):");
        invite(
                openWork.worker(),
                "labels: %d projects have open work, one for each tool"
                        .formatted(openWork.projectIds().size()));
        staff.logins().stream()
                .filter(login -> login.role().equals("reviewer"))
                .forEach(
                        login ->
                                invite(
                                        login,
                                        "decides: workers disagree on %d pictures"
                                                .formatted(openWork.cases())));
    }

    private void invite(Staff.Login login, String what) {
        out.printf("  %-16s %-16s %s%n", login.username(), login.password(), what);
    }

    private void line(String role, String username, String password) {
        out.printf("  %-38s %-34s %s%n", role, username, password);
    }
}
