package io.assay.load.chaos;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.people.Passwords;
import io.assay.cli.people.Staff;
import io.assay.cli.reconcile.Check;
import io.assay.events.Answer;
import io.assay.load.crowd.Crowd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Statement 4: tries to read and do what one may not. */
final class ApiProbes {

    private static final List<String> SECRETS = List.of("gold", "basis", "\"kind\":\"work\"");

    private final Staff staff;
    private final Crowd crowd;
    private final String projectId;
    private final List<Check> checks = new ArrayList<>();

    private ApiProbes(Staff staff, Crowd crowd, String projectId) {
        this.staff = staff;
        this.crowd = crowd;
        this.projectId = projectId;
    }

    /**
     * @param crowd at least two workers, the first of whom had an assignment
     */
    public static List<Check> of(Staff staff, Crowd crowd, String projectId) {
        ApiProbes probes = new ApiProbes(staff, crowd, projectId);
        probes.worker();
        probes.strangers();
        probes.anybody();
        return List.copyOf(probes.checks);
    }

    private void worker() {
        Crowd.Member one = crowd.members().getFirst();
        Session other = crowd.members().getLast().work().session();
        Assignment mine = one.work().assignments().getFirst();
        String path = "/v1/assignments/" + mine.assignmentId();
        denied("a worker reads another's assignment", other, Call.get(path), 404);
        denied(
                "a worker answers another's assignment",
                other,
                Call.post(path + "/label").json(new Work.Labelling(new Answer.Category("animal"))),
                404);
        denied(
                "a worker reads the project's export",
                other,
                Call.get(project("/results")),
                403,
                404);
        denied("a worker reads a task", other, Call.get("/v1/tasks/" + task(mine)), 403, 404);
        denied("a worker reads the reviewers' queue", other, Call.get("/v1/reviews"), 403);
        denied("a worker reads another's skill", other, Call.get("/v1/skills/" + one.id()), 403);
        denied("a worker reads the ledger", other, Call.get("/v1/ledger/accounts"), 403);
        denied(
                "a worker reads dead letters",
                other,
                Call.get("/v1/ops/task-service/dead-letters"),
                403);
        denied(
                "a worker activates a worker",
                other,
                Call.post("/v1/workers/" + one.id() + "/activate"),
                403);
        saysNothingOfGold(one);
    }

    private void strangers() {
        String name = "stranger-" + Passwords.random(6);
        Accounts.MachineClient client = Accounts.createClient(staff.ops(), name, "partner");
        Session partner = staff.accounts().logIn(client);
        denied("another partner reads the project", partner, Call.get(project("")), 404);
        denied("another partner reads its export", partner, Call.get(project("/results")), 404);
        denied(
                "another partner reads its stream",
                partner,
                Call.get("/v1/stream/results?projectId=" + projectId)
                        .header("Accept", "application/x-ndjson"),
                404);
        String password = Passwords.random(14);
        Accounts.create(staff.ops(), "req-" + name, password, "requester");
        Session requester = staff.accounts().logIn("req-" + name, password);
        denied("another requester reads the project", requester, Call.get(project("")), 404);
        denied(
                "another requester reads its budget",
                requester,
                Call.get("/v1/budgets/" + projectId),
                404);
    }

    private void anybody() {
        for (String path :
                List.of("/v1/projects", "/v1/assignments", "/v1/earnings", "/v1/reviews")) {
            Reply reply = staff.accounts().http().send(Call.get(path));
            add("nobody reads " + path, reply, Set.of(401));
        }
    }

    /**
     * What a worker receives of an assignment names neither its kind nor what its verdict rests on.
     */
    private void saysNothingOfGold(Crowd.Member worker) {
        String all =
                worker.work()
                        .session()
                        .send(Call.get("/v1/assignments?limit=200"))
                        .text()
                        .toLowerCase(Locale.ROOT)
                        // random by nature, so that any word may come up in it
                        .replaceAll("\"(url|assignmentid|projectid)\":\"[^\"]*\"", "");
        List<String> found = SECRETS.stream().filter(all::contains).toList();
        checks.add(
                new Check(
                        "4 assignments say nothing of gold",
                        found.isEmpty(),
                        found.isEmpty() ? "silent" : "found: " + found));
    }

    private void denied(String what, Session session, Call call, Integer... statuses) {
        add(what, session.exchange(call), Set.of(statuses));
    }

    private void add(String what, Reply reply, Set<Integer> allowed) {
        checks.add(
                new Check(
                        "4 denied: " + what,
                        allowed.contains(reply.status()),
                        reply.status() + " " + reply.slug()));
    }

    private String project(String rest) {
        return "/v1/projects/" + projectId + rest;
    }

    private static String task(Assignment assignment) {
        return assignment.assignmentId().substring(0, assignment.assignmentId().indexOf('.'));
    }
}
