package io.assay.load.demo;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Await;
import io.assay.cli.client.Call;
import io.assay.cli.client.Projects;
import io.assay.cli.client.Projects.Row;
import io.assay.cli.client.Work;
import io.assay.cli.people.Passwords;
import io.assay.cli.people.Staff;
import io.assay.events.Answer;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.OverlapRule;
import io.assay.events.TierRule;
import io.assay.load.crowd.Crowd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What whoever watched the demo goes on with: a project of every tool with open work, a worker's
 * login, and cases for a reviewer.
 *
 * @param cases that wait for a reviewer
 */
record OpenWork(Staff.Login worker, List<String> projectIds, int cases) {

    private static final OverlapRule OVERLAP = new OverlapRule(3, 3, 0.9);
    private static final LeaseRule LEASE = new LeaseRule(10, 1_800);
    private static final Money BUDGET = new Money(10_000_000, "INR");
    private static final double GOLD_RATE = 0.2;
    private static final int HOLD_DAYS = 7;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /**
     * Prepares all of it; some of the crowd disagree, so that a reviewer has something to decide.
     */
    static OpenWork prepare(Staff staff, List<Crowd.Member> crowd) throws TimeoutException {
        List<Crowd.Member> asked = crowd.subList(0, OVERLAP.max());
        List<String> projects = new ArrayList<>();
        int disputed = 0;
        for (SampleProject one : SampleProject.all()) {
            Project project = Project.published(staff, one);
            List<Answer> opinions = one.opinions();
            if (!opinions.isEmpty()) {
                project.bring(0, 1, asked.stream().map(Crowd.Member::id).toList());
                for (int i = 0; i < opinions.size(); i++) {
                    answer(asked.get(i).work(), project.id(), opinions.get(i));
                }
                disputed++;
            }
            project.bring(opinions.isEmpty() ? 0 : 1, one.pictures().size(), null);
            projects.add(project.id());
        }
        Staff.Login worker = worker(staff);
        int cases = disputed;
        Await.await(TIMEOUT, () -> missing(staff, projects, cases));
        return new OpenWork(worker, List.copyOf(projects), cases);
    }

    private static void answer(Work work, String projectId, Answer answer) throws TimeoutException {
        List<Work.Assignment> held = new ArrayList<>();
        Await.await(
                TIMEOUT,
                () -> {
                    if (!work.sees(projectId)) {
                        return Optional.of("project " + projectId);
                    }
                    held.addAll(work.lease(projectId, 1));
                    return held.isEmpty() ? Optional.of("work of " + projectId) : Optional.empty();
                });
        Call call = Call.post("/v1/assignments/" + held.getFirst().assignmentId() + "/label");
        work.label(held.getFirst().assignmentId(), answer).orThrow(call);
    }

    /** Somebody new, who may work at once. */
    private static Staff.Login worker(Staff staff) {
        Staff.Login login =
                new Staff.Login("worker", "worker-" + staff.run(), Passwords.random(14));
        Accounts.Account account = staff.accounts().signUp(login.username(), login.password());
        new Work(staff.accounts().logIn(login.username(), login.password())).apply();
        staff.ops().send(Call.post("/v1/workers/" + account.id() + "/activate"));
        return login;
    }

    private static Optional<String> missing(Staff staff, List<String> projects, int cases) {
        long waiting =
                staff.reviewer().all("/v1/reviews", JsonNode.class).stream()
                        .filter(one -> projects.contains(one.path("projectId").asString("")))
                        .count();
        return waiting < cases
                ? Optional.of("%d of %d cases for the reviewer".formatted(waiting, cases))
                : Optional.empty();
    }

    private record Project(String id, Projects projects, SampleProject sample) {

        static Project published(Staff staff, SampleProject sample) {
            Projects projects = staff.projects();
            String id =
                    projects.create(
                            new Projects.Draft(
                                    sample.name(),
                                    sample.ontology(),
                                    sample.guideline(),
                                    new Projects.Rates(new Money(sample.price(), "INR"), Map.of()),
                                    OVERLAP,
                                    GOLD_RATE,
                                    new TierRule("streets", 1),
                                    LEASE,
                                    HOLD_DAYS,
                                    BUDGET,
                                    List.of(),
                                    List.of()));
            projects.publish(id);
            return new Project(id, projects, sample);
        }

        /** Brings the pictures from one place to another, for anybody or for some. */
        void bring(int from, int to, @Nullable List<String> workers) throws TimeoutException {
            List<Row> rows =
                    IntStream.range(from, to)
                            .mapToObj(
                                    i -> {
                                        SampleProject.Shown shown = sample.pictures().get(i);
                                        String ref =
                                                projects.upload("image/png", shown.png()).ref();
                                        return new Row(
                                                "street-" + i,
                                                ref,
                                                1.0,
                                                0,
                                                workers == null ? shown.gold() : null,
                                                shown.preLabel(),
                                                workers);
                                    })
                            .toList();
            projects.importAll(id, rows, TIMEOUT);
        }
    }
}
