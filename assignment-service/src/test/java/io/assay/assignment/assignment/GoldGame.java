package io.assay.assignment.assignment;

import io.assay.assignment.Fixtures;
import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.KnownAssignment;
import io.assay.assignment.dispatch.KnownAssignment.Status;
import io.assay.assignment.dispatch.LeaseAllowance;
import io.assay.assignment.dispatch.Pick;
import io.assay.assignment.dispatch.WorkRequest;
import io.assay.assignment.project.Project;
import io.assay.assignment.task.TaskCopy;
import io.assay.assignment.worker.Worker;
import io.assay.events.Answer;
import io.assay.events.Ids;
import io.assay.events.LeaseRule;
import io.assay.events.Media;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.messaging.TestClock;
import io.assay.messaging.WireJson;
import io.assay.web.SignedPictures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A quiet project, on which one worker works alone and a second account of theirs only looks: so
 * every number that moves is moved by the worker. Dispatch, leases, views and counts are the real
 * ones; only the store is a map. The worker knows what the requester calls each picture, and how
 * gold is named that is made of a result. In every other project the budget ends before the work
 * does; it is the real purse, of which all leases take and what is given back is put in again.
 */
final class GoldGame {

    private static final JsonMapper JSON = WireJson.mapper();
    private static final int TIER = 1;
    private static final int BATCH = 10;
    private static final double GOLD_RATE = 0.1;
    private static final String WORKER = "w";
    private static final String ACCOMPLICE = "accomplice";

    private static final int WORKS = 430;
    private static final int PROPOSED = 30;
    private static final int IMPORTED_GOLD = 80;

    /** In leases, of a project whose budget does not suffice, before and after more is put in. */
    private static final int SCARCE = 300;

    private static final int MORE = 100;

    private final Random random;
    private final Dispatch dispatch = new Dispatch();
    private final ProjectChanged facts;
    private final Worker worker = Fixtures.worker(TIER, "p");
    private final AssignmentViews views =
            new AssignmentViews(
                    new SignedPictures("a secret that only tests know", TestClock.shared()),
                    TestClock.shared());
    private final Map<String, TaskCopy> store = new HashMap<>();
    private final Set<String> had = new HashSet<>();
    private final Set<String> closed = new HashSet<>();

    /** Ids that the worker computes. */
    private final Set<String> ofPictures = new HashSet<>();

    private final Set<String> ofProposals = new HashSet<>();

    /** What earlier leases showed, by field and value. */
    private final Set<String> shown = new HashSet<>();

    private final String salt;
    private final List<GoldClassifier.Example> examples = new ArrayList<>();
    private Instant now = Fixtures.NOW;

    /** What may still be leased, in minor units. */
    private long left;

    GoldGame(long seed) {
        random = new Random(seed);
        salt = Long.toHexString(random.nextLong());
        facts =
                Fixtures.project(
                        "p",
                        ProjectStatus.PUBLISHED,
                        TIER,
                        new LeaseRule(BATCH, 3_600),
                        1,
                        GOLD_RATE);
        left = seed % 2 == 0 ? Long.MAX_VALUE / 2 : SCARCE * price();
        dispatch.adopt(Set.of(0));
        dispatch.want("p", 1);
    }

    /** All leases until there is no more work, with what was observed of each. */
    List<GoldClassifier.Example> play() {
        for (int i = 0; i < IMPORTED_GOLD; i++) {
            open("check-" + i, picture("check-" + i), true);
        }
        for (int i = 0; i < WORKS; i++) {
            open("image-" + i, picture("image-" + i), false);
            ofPictures.add(Ids.taskId("p", "image-" + i));
        }
        work(WORKS / 2);
        propose();
        work(Integer.MAX_VALUE);
        for (int i = 0; i < 20; i++) {
            open("late-" + i, picture("late-" + i), false);
            ofPictures.add(Ids.taskId("p", "late-" + i));
        }
        work(Integer.MAX_VALUE);
        left += MORE * price();
        work(Integer.MAX_VALUE);
        return examples;
    }

    private Project project() {
        return new Project(facts, left);
    }

    /** All pictures are ordinary ones. */
    private long price() {
        return facts.rateCard().price(1_000, TIER).minor();
    }

    private static Media picture(String name) {
        return new Media("image", "picture:" + Ids.sha256Hex(utf8(name)), "image/png", 64, 48);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Results become gold, of which the worker has labelled most. */
    private void propose() {
        store.values().stream()
                .filter(task -> closed.contains(task.taskId()))
                .map(TaskCopy::taskId)
                .sorted()
                .limit(PROPOSED)
                .toList()
                .forEach(
                        id -> {
                            Media media = store.get(id).media();
                            open("gold-of-" + id, media, true);
                        });
    }

    private void open(String externalId, Media media, boolean gold) {
        String id = Ids.taskId(salt, externalId);
        List<String> alike =
                store.values().stream()
                        .filter(task -> task.gold() != gold && task.media().equals(media))
                        .map(TaskCopy::taskId)
                        .toList();
        store.put(id, copy(id, media, gold, alike));
        for (String other : alike) {
            TaskCopy one = store.get(other);
            store.put(other, copy(other, one.media(), one.gold(), List.of(id)));
        }
        dispatch.open(store.get(id).toOpen());
    }

    private static TaskCopy copy(String id, Media media, boolean gold, List<String> alike) {
        return new TaskCopy(
                id,
                "p",
                0,
                gold,
                media,
                null,
                1_000,
                0,
                1,
                Fixtures.NOW,
                0,
                false,
                List.of(),
                false,
                alike);
    }

    private void work(int most) {
        int until = most == Integer.MAX_VALUE ? most : examples.size() + most;
        int nothing = 0;
        while (nothing < 3 && examples.size() < until) {
            int given = lease(random.nextBoolean() ? 1 : 1 + random.nextInt(BATCH));
            nothing = given == 0 ? nothing + 1 : 0;
            if (given == 0 && !examples.isEmpty()) {
                examples.getLast().observed().put("then", "nothing");
            }
        }
    }

    private int lease(int most) {
        now = now.plusMillis(1 + random.nextInt(60_000));
        Map<String, Integer> before = counts();
        List<Lease> leases = given(most);
        Map<String, Integer> after = counts();
        for (int i = 0; i < leases.size(); i++) {
            Lease lease = leases.get(i);
            Map<String, String> observed = new TreeMap<>();
            changes("lease", before, after, leases.size(), observed);
            observed.put("place", i + " of " + leases.size());
            observed.put("full", String.valueOf(leases.size() == most));
            observed.put("counts", after.toString());
            look(lease, observed);
            handle(lease, observed);
            examples.add(new GoldClassifier.Example(observed, store.get(lease.taskId()).gold()));
        }
        return leases.size();
    }

    private List<Lease> given(int most) {
        LeaseAllowance allowance =
                new LeaseAllowance(
                        "p", TIER, most, 2 * BATCH, GOLD_RATE, 1, project().remainingBudget(TIER));
        List<Pick> picks = dispatch.take(new WorkRequest(WORKER, 100, now), allowance, random);
        List<TaskCopy> picked = picks.stream().map(pick -> store.get(pick.taskId())).toList();
        List<TaskCopy> repeats = RepeatedPictures.in(picked, barred(picked));
        repeats.forEach(task -> dispatch.apply(had(task.taskId(), Status.RETURNED)));
        List<Lease> leases =
                picked.stream()
                        .filter(task -> !repeats.contains(task))
                        .map(task -> LeaseWriter.lease(WORKER, worker, task, project(), now))
                        .toList();
        leases.forEach(lease -> dispatch.leased(lease.taskId(), WORKER, lease.expiresAt()));
        leases.forEach(lease -> had.add(lease.taskId()));
        left -= leases.size() * price();
        return leases.isEmpty() && !picks.isEmpty() ? given(most) : leases;
    }

    private Set<String> barred(List<TaskCopy> picked) {
        Set<String> barred = new HashSet<>(RepeatedPictures.alike(picked));
        barred.retainAll(had);
        RepeatedPictures.worksOfGold(picked).stream()
                .filter(id -> !closed.contains(id))
                .forEach(barred::add);
        return barred;
    }

    private KnownAssignment had(String taskId, Status status) {
        return new KnownAssignment(taskId, "p", 0, WORKER, status, now);
    }

    /** What both accounts are told of the project. */
    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String who : List.of(WORKER, ACCOMPLICE)) {
            counts.put(
                    who + " open",
                    RoughCount.of(
                            dispatch.availability("p", who, TIER, project().remainingBudget(TIER))
                                    .ready()));
            Reason.ofTasks(
                            TIER,
                            dispatch.availability("p", who, TIER, project().remainingBudget(TIER)))
                    .forEach(
                            reason ->
                                    counts.put(
                                            who + " " + reason.reason(),
                                            reason.tasks() == null ? -1 : reason.tasks()));
        }
        return counts;
    }

    private static void changes(
            String act,
            Map<String, Integer> before,
            Map<String, Integer> after,
            int leases,
            Map<String, String> observed) {
        Set<String> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            int change = after.getOrDefault(name, 0) - before.getOrDefault(name, 0);
            observed.put(act + " moves " + name, change + " by " + leases);
        }
    }

    /** Every field of what is shown: its form, and whether it was shown before. */
    private void look(Lease lease, Map<String, String> observed) {
        String taskId = lease.assignmentId().substring(0, lease.assignmentId().indexOf('.'));
        observed.put("named as a picture", String.valueOf(ofPictures.contains(taskId)));
        observed.put("named as a proposal", String.valueOf(ofProposals.contains(taskId)));
        ofProposals.add(Ids.taskId("p", "gold-of-" + taskId));
        JsonNode view = JSON.valueToTree(views.view(new Assignment.Leased(lease)));
        fields("", view, observed);
        if (lease.media().ref().startsWith("picture:")) {
            String bytes = "bytes " + lease.media().ref();
            observed.put("picture again", String.valueOf(!shown.add(bytes)));
        }
    }

    private void fields(String path, JsonNode node, Map<String, String> observed) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> fields(path + "/" + name, value, observed));
            return;
        }
        String text = node.asString("");
        String whole = text.contains("?") ? text.substring(0, text.indexOf('?')) : text;
        observed.put(path + " length", String.valueOf(text.length()));
        observed.put(path + " end", text.isEmpty() ? "" : text.substring(text.length() - 1));
        observed.put(path + " digit", whole.chars().filter(Character::isDigit).count() % 8 + "");
        if (!path.endsWith("At")) {
            observed.put(path + " again", String.valueOf(!shown.add(path + whole)));
        }
    }

    /** Answers it, or gives it back, and looks what that moves. */
    private void handle(Lease lease, Map<String, String> observed) {
        Map<String, Integer> before = counts();
        boolean gold = store.get(lease.taskId()).gold();
        if (random.nextInt(4) == 0) {
            dispatch.apply(had(lease.taskId(), Status.RETURNED));
            left += price();
            changes("return", before, counts(), 1, observed);
        } else {
            dispatch.apply(had(lease.taskId(), Status.ANSWERED));
            changes("answer", before, counts(), 1, observed);
            if (!gold) {
                closed.add(lease.taskId());
                dispatch.close(lease.taskId());
            }
            changes("result", before, counts(), 1, observed);
        }
        Submission work = new Submission.Label(new Answer.Category("cat"));
        JsonNode answered = JSON.valueToTree(views.view(new Assignment.Answered(lease, work, now)));
        observed.put("fields", String.join(" ", answered.propertyNames()));
    }
}
