package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Await;
import io.assay.cli.client.Call;
import io.assay.cli.client.Json;
import io.assay.cli.client.Projects;
import io.assay.cli.client.Reply;
import io.assay.cli.client.ResultStream;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.people.Passwords;
import io.assay.cli.people.Staff;
import io.assay.cli.reconcile.BookCollector;
import io.assay.cli.reconcile.BookCollector.Person;
import io.assay.cli.reconcile.Books;
import io.assay.cli.reconcile.Books.WorkerBooks;
import io.assay.cli.reconcile.States;
import io.assay.events.Answer;
import io.assay.events.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The story of Asha, who labels pictures: she learns, fails the test, passes it, is promoted, is
 * rejected twice through no fault of hers, and is paid in the end for all that was right. All of it
 * through the gateway, as she, her colleagues, the reviewers and the partner see it.
 */
@ExtendWith(Platform.Extension.class)
@Order(3)
class OneWorkersStoryIT {

    private static final String SKILL = "pets";
    private static final int QUESTIONS = 10;
    private static final int PRICE = 100;
    private static final int PRICE_OF_TIER_2 = 150;

    /**
     * Two labels for each picture; where they differ a reviewer decides. Nine of ten to pass.
     *
     * <p>With so many classes people are believed by their checked answers alone. Else it would
     * depend on how many pictures are labelled until Asha is promoted, and so on the machine,
     * whether all labels of the project have taught already that she, who erred in a test, is to be
     * believed less than those who never did: then no reviewer is asked.
     */
    private static final String PROJECT =
            """
            {"name": "Pets", "guideline": "# 1 Cats\\n\\nMeow.\\n\\n# 2 Wolves\\n\\nA wolf is a dog.\\n",
             "ontology": {"tool": "category", "classes": [
               {"id": "cat", "name": "Cat"}, {"id": "dog", "name": "Dog"}, %s]},
             "rateCard": {"base": {"minor": 100, "currency": "INR"}, "tierPermille": {"2": 1500}},
             "overlap": {"min": 2, "max": 2, "target": 0.9}, "goldRate": 0.5,
             "tierRule": {"skill": "pets", "minTier": 1, "qualification": {
               "samples": 2, "questions": 10, "passMark": 0.9, "attempts": 3, "retakeSeconds": 0}},
             "leaseRule": {"batchSize": 5, "seconds": 3600},
             "reviewRule": {"auditRate": 0, "appealDays": 14},
             "budget": {"minor": 1000000, "currency": "INR"}, "partners": %s}
            """;

    /** What a reviewer decides; the clause is absent where there is no one to convince. */
    private record Decision(Answer answer, @Nullable String clause) {}

    /** What a reviewer says of an appeal that is right. */
    private record Upheld(boolean upheld, String reason, String clause, Answer answer) {}

    /** All right, after which Asha and four colleagues, or fewer, outweigh a wrong answer. */
    private static final int CHECKS_OF_A_STRONG_WORKER = 16;

    private Staff staff;
    private Session secondReviewer;
    private Pets pets;
    private Labeller asha;
    private List<Labeller> colleagues;

    @Test
    void isTrainedTestedPromotedCorrectedAndPaid(Platform platform) throws Exception {
        given(platform);

        appliesAndReadsTheGuideline();
        learnsByTheTutorial();
        failsTheTestAndIsToldWhy();
        takesTheTestAgainAndPasses();
        isPromotedByEvidence();
        aWrongCheckRejectsHerAndHealsItself();
        aReviewerRejectsHerByAClause();
        appealsAndAnotherReviewerFindsHerRight();
        thePartnerIsToldThatTheResultChanged();
        theMoneyAddsUp();
    }

    /** A project with questions, hidden checks and work; four colleagues, and a second reviewer. */
    private void given(Platform platform) {
        staff = platform.staff();
        String others =
                IntStream.range(0, 31)
                        .mapToObj("{\"id\": \"other-%1$d\", \"name\": \"Other %1$d\"}"::formatted)
                        .collect(Collectors.joining(", "));
        pets = Pets.opened(staff, PROJECT.formatted(others, Json.text(staff.partnerIds())));
        pets.bring(Pets.questions("question", 24), Pets.checks("check", 30), Pets.work("work", 80));
        asha = Labeller.hired(platform, "asha", pets);
        colleagues =
                Stream.of("ben", "chen", "dora", "emil")
                        .map(name -> Labeller.hired(platform, name, pets))
                        .toList();
        secondReviewer =
                platform.accounts()
                        .logIn(
                                Accounts.createClient(
                                        staff.ops(), "omar-" + Passwords.random(6), "reviewer"));
    }

    private void appliesAndReadsTheGuideline() {
        JsonNode offer =
                await()
                        .atMost(Pets.TIMEOUT)
                        .until(
                                () ->
                                        asha.work()
                                                .session()
                                                .all("/v1/qualifications", JsonNode.class),
                                offers -> offers.stream().anyMatch(this::isOurs))
                        .stream()
                        .filter(this::isOurs)
                        .findFirst()
                        .orElseThrow();
        assertThat(offer.get("questions").asInt()).isEqualTo(QUESTIONS);
        assertThat(offer.get("open").asInt()).as("work for those who pass").isPositive();
        assertThat(offer.at("/price/minor").asInt()).isEqualTo(PRICE);

        Reply unread = asha.ask(Call.post("/v1/qualifications/" + pets.id() + "/tutorial"));
        assertThat(unread.slug()).isEqualTo("guideline-not-acknowledged");
        assertThat(asha.work().project(pets.id()).at("/guideline/markdown").asString())
                .contains("A wolf is a dog.");
        assertThat(asha.work().acknowledge(pets.id())).isEqualTo(1);
        assertThat(lease(asha).slug()).isEqualTo("not-qualified");
    }

    private boolean isOurs(JsonNode offer) {
        return offer.get("projectId").asString().equals(pets.id());
    }

    private void learnsByTheTutorial() {
        Reply tooEarly = asha.ask(Call.post("/v1/qualifications/" + pets.id() + "/test"));
        assertThat(tooEarly.slug()).isEqualTo("tutorial-first");

        asha.begin("tutorial").forEach(asha::answerWrongly);

        JsonNode tutorial = asha.ended(1);
        assertThat(tutorial.get("questions")).hasSize(2).allSatisfy(this::tellsTheRightAnswer);
    }

    private void failsTheTestAndIsToldWhy() {
        List<String> asked = asha.begin("test");
        List<String> wrong = asked.subList(0, 2);
        wrong.forEach(asha::answerWrongly);
        asked.subList(2, QUESTIONS).forEach(asha::answerRightly);

        JsonNode test = asha.ended(2);
        assertThat(test.get("passed").asBoolean()).isFalse();
        assertThat(test.get("right").asInt()).isEqualTo(8);
        assertThat(test.get("questions"))
                .filteredOn(OneWorkersStoryIT::isRejected)
                .hasSameSizeAs(wrong)
                .allSatisfy(this::tellsTheRightAnswer)
                .extracting(question -> question.get("assignmentId").asString())
                .containsExactlyInAnyOrderElementsOf(wrong);
        assertThat(lease(asha).slug()).isEqualTo("not-qualified");
        JsonNode standing = asha.standing();
        assertThat(standing.get("attemptsLeft").asInt()).isEqualTo(2);
        assertThat(Instant.parse(standing.get("notBefore").asString()))
                .isEqualTo(Instant.parse(test.get("endedAt").asString()));
    }

    private static boolean isRejected(JsonNode question) {
        return question.at("/verdict/verdict").asString().equals("rejected");
    }

    private void tellsTheRightAnswer(JsonNode question) {
        String taskId = States.taskId(question.get("assignmentId").asString());
        assertThat(question.at("/verdict/explanation").asString())
                .contains("differs from", "The right answer is: " + pets.shows(taskId) + ".");
    }

    private void takesTheTestAgainAndPasses() {
        Set<String> before =
                asha.ended(2)
                        .get("questions")
                        .valueStream()
                        .map(question -> question.get("assignmentId").asString())
                        .collect(Collectors.toSet());

        List<String> asked = asha.begin("test");
        assertThat(asked).hasSize(QUESTIONS).doesNotContainAnyElementsOf(before);
        asked.forEach(asha::answerRightly);

        assertThat(asha.ended(3).get("passed").asBoolean()).isTrue();
        assertThat(asha.standing().get("qualified").asBoolean()).isTrue();
        JsonNode work = asha.get("/v1/work/why?projectId=" + pets.id()).at("/items/0");
        assertThat(work.get("open").asInt()).as("how much work there is").isPositive();
    }

    /** Everybody works, a picture each in turn, and answers what the pictures show. */
    private void isPromotedByEvidence() {
        colleagues.forEach(Labeller::qualify);
        assertThat(asha.tier(SKILL)).isEqualTo(1);
        assertThat(nextOf(asha).price().minor()).isEqualTo(PRICE);

        workUntil(() -> asha.tier(SKILL) > 1);

        JsonNode all = asha.get("/v1/skills/me/why").at("/skills/" + SKILL);
        assertThat(all.get("tier").asInt()).as("with those who never checked her").isEqualTo(1);
        assertThat(all.get("rule").asString()).contains("95 % sure", "20 checked answers");
        JsonNode why = all.get("requesters").iterator().next();
        assertThat(why.get("tier").asInt()).isEqualTo(2);
        assertThat(why.get("lower").asDouble()).as("what led up").isGreaterThanOrEqualTo(0.8);
        assertThat(why.get("answers").asDouble()).isGreaterThan(19.9);
        assertThat(why.at("/up/tier").asInt()).isEqualTo(3);
        assertThat(why.at("/up/rightInARow").asInt()).isPositive();
        assertThat(why.at("/down/wrongInARow").asInt()).isPositive();
        await().atMost(Pets.TIMEOUT).until(() -> nextOf(asha).price().minor() == PRICE_OF_TIER_2);
    }

    /** The requester believes that a dog is a cat, and has that hidden among the work. */
    private void aWrongCheckRejectsHerAndHealsItself() {
        workUntil(() -> everybody().allMatch(this::isStrong));
        pets.bring(List.of(Pets.wrongCheck("no cat", "dog", "cat")), Pets.work("more", 20));
        String check = pets.taskId("no cat");
        int wrongBefore = wrongAnswers(asha);

        asha.workUpTo(check);
        asha.answerRightly(asha.assignmentOf(check));
        JsonNode told = asha.awaitVerdict(check, "rejected");
        assertThat(told.get("explanation").asString()).contains("differs from");
        assertThat(wrongAnswers(asha)).isEqualTo(wrongBefore + 1);
        assertThat(asha.earnedOf(check)).isFalse();

        BooleanSupplier doubted = () -> !reviews("gold_doubted").isEmpty();
        List<Labeller> contradicting = new ArrayList<>(List.of(asha));
        for (Labeller colleague : colleagues) {
            if (colleague.workUpTo(check, doubted)) {
                colleague.answerRightly(colleague.assignmentOf(check));
                contradicting.add(colleague);
            }
        }

        JsonNode corrected = asha.awaitVerdict(check, "accepted");
        assertThat(corrected.get("explanation").asString())
                .contains("Something was wrong with how this was checked.");
        await().atMost(Pets.TIMEOUT).until(() -> wrongAnswers(asha) == wrongBefore);
        await().atMost(Pets.TIMEOUT)
                .until(() -> contradicting.stream().allMatch(one -> one.earnedOf(check)));
        assertThat(queued("gold_doubted").get("taskId").asString()).isEqualTo(check);
        decide(staff.reviewer(), check, new Decision(pets.right(check), null));
        assertThat(reviews("gold_doubted")).isEmpty();
    }

    /** A wolf. Asha has read that it is a dog; Chen and the first reviewer have not. */
    private void aReviewerRejectsHerByAClause() {
        Labeller chen = colleagues.get(1);
        pets.bring(List.of(Pets.workFor("wolf", "dog", asha.id(), chen.id())));
        String wolf = pets.taskId("wolf");
        asha.workUpTo(wolf);
        asha.answerRightly(asha.assignmentOf(wolf));
        chen.workUpTo(wolf);
        chen.answerWrongly(chen.assignmentOf(wolf));

        assertThat(queued("undecided").get("taskId").asString()).isEqualTo(wolf);
        decide(staff.reviewer(), wolf, new Decision(pets.wrong(wolf), "1 Cats"));

        JsonNode told = asha.awaitVerdict(wolf, "rejected");
        assertThat(told.get("reason").asString()).isEqualTo("differs");
        assertThat(told.get("clause").asString()).isEqualTo("1 Cats");
        assertThat(told.get("explanation").asString())
                .contains("differs from", "guideline version 1", "1 Cats");
        assertThat(told.at("/answer/classId").asString()).isEqualTo("dog");
        assertThat(Instant.parse(told.get("appealUntil").asString()))
                .isAfter(Instant.parse(told.get("reviewedAt").asString()));
        await().atMost(Pets.TIMEOUT).until(() -> chen.earnedOf(wolf));
        assertThat(asha.earnedOf(wolf)).isFalse();
        await().atMost(Pets.TIMEOUT).until(() -> disagreements(asha) == 1);
    }

    private void appealsAndAnotherReviewerFindsHerRight() {
        String wolf = pets.taskId("wolf");
        JsonNode waiting = asha.appeal(wolf, "A wolf is a dog, see 2 Wolves.");
        assertThat(waiting.at("/appeal/status").asString()).isEqualTo("waiting");

        String queue = "/v1/appeals?projectId=" + pets.id();
        assertThat(staff.reviewer().all(queue, JsonNode.class))
                .as("nobody judges their own decision")
                .isEmpty();
        JsonNode item = secondReviewer.all(queue, JsonNode.class).getFirst();
        String appeal = "/v1/appeals/" + item.get("appealId").asString();
        Upheld upheld = new Upheld(true, "It is a wolf.", "2 Wolves", pets.right(wolf));
        Call decision = Call.post(appeal + "/decision").json(upheld);
        assertThat(staff.reviewer().exchange(decision).slug()).isEqualTo("own-decision");
        JsonNode found = secondReviewer.get(appeal, JsonNode.class);
        assertThat(found.get("text").asString()).contains("2 Wolves");
        assertThat(found.toString()).as("whose appeal it is").doesNotContain(asha.id());
        secondReviewer.send(decision);

        JsonNode told = asha.awaitVerdict(wolf, "accepted");
        assertThat(told.at("/appeal/status").asString()).isEqualTo("upheld");
        assertThat(told.at("/appeal/reason").asString()).isEqualTo("It is a wolf.");
        await().atMost(Pets.TIMEOUT).until(() -> disagreements(asha) == 0);
        await().atMost(Pets.TIMEOUT).until(() -> asha.earnedOf(wolf));
        assertThat(colleagues.get(1).earnedOf(wolf)).as("nothing is taken back").isTrue();
    }

    private void thePartnerIsToldThatTheResultChanged() {
        String wolf = pets.taskId("wolf");
        List<ResultStream.Line> told =
                await().atMost(Pets.TIMEOUT)
                        .until(() -> streamedOf(wolf), lines -> lines.size() > 1);
        assertThat(told)
                .extracting(line -> line.type().substring(line.type().lastIndexOf('.') + 1))
                .containsExactly("TaskLabelled", "TaskLabelSuperseded");
        JsonNode change = told.getLast().data();
        assertThat(change.get("version").asInt()).isEqualTo(2);
        assertThat(change.get("cause").asString()).isEqualTo("appeal");
        assertThat(change.at("/previous/classId").asString()).isEqualTo("cat");
        assertThat(change.at("/answer/classId").asString()).isEqualTo("dog");
        assertThat(change.at("/diff/agreement").asDouble()).isZero();

        JsonNode row =
                await().atMost(Pets.TIMEOUT)
                        .until(() -> pets.exported(wolf), line -> line.get("version").asInt() == 2);
        assertThat(row.at("/answer/classId").asString()).isEqualTo("dog");
        for (JsonNode sources : List.of(change.get("provenance"), row.get("provenance"))) {
            assertThat(sources.get("labels")).hasSize(2);
            assertThat(sources.get("reviews"))
                    .extracting(review -> review.get("outcome").asString())
                    .containsExactly("fixed", "upheld");
            assertThat(sources.at("/reviews/1/clause").asString()).isEqualTo("2 Wolves");
            assertThat(sources.toString()).doesNotContain(asha.id(), colleagues.get(1).id());
        }
    }

    /** All finish what is left, and everything is judged. */
    private void theMoneyAddsUp() throws Exception {
        BookCollector collector = collector();
        await().atMost(Pets.TIMEOUT)
                .until(() -> !allLabelOne() && collector.missingResults().isEmpty());
        Await.await(Pets.TIMEOUT, collector::unsettled);

        Projects.Job imported = new Projects.Job("", "done", 0, 0, 0, 0);
        Books books = collector.collect(new Books.Imported(List.of(), imported), List.of(), 2);
        books.workers().forEach(this::oneEarningForEachAcceptedLabel);
        WorkerBooks hers = books.workers().getFirst();
        assertThat(hers.assignments())
                .as("both rejections were corrected")
                .filteredOn(OneWorkersStoryIT::isPaid)
                .allMatch(States::isAccepted)
                .extracting(Assignment::assignmentId)
                .contains(
                        asha.assignmentOf(pets.taskId("no cat")),
                        asha.assignmentOf(pets.taskId("wolf")));
        assertThat(hers.earnings())
                .extracting(earning -> earning.amount().minor())
                .contains((long) PRICE, (long) PRICE_OF_TIER_2);
        Money earned =
                books.workers().stream()
                        .map(WorkerBooks::balance)
                        .reduce(Money.zero("INR"), Money::plus);
        assertThat(books.ledger().spent()).as("budget spent").isEqualTo(earned);
        assertThat(books.ledger().reserved()).isEqualTo(Money.zero("INR"));
        assertThat(books.ledger().debits()).isPositive().isEqualTo(books.ledger().credits());
        assertThat(books.ledger().auditClean()).as(books.ledger().audit()).isTrue();
    }

    private void oneEarningForEachAcceptedLabel(WorkerBooks books) {
        Map<String, Money> due =
                books.assignments().stream()
                        .filter(OneWorkersStoryIT::isPaid)
                        .filter(States::isAccepted)
                        .collect(Collectors.toMap(Assignment::assignmentId, Assignment::price));
        assertThat(books.earnings()).hasSameSizeAs(due.keySet());
        assertThat(
                        books.earnings().stream()
                                .collect(
                                        Collectors.toMap(
                                                Work.Earning::assignmentId, Work.Earning::amount)))
                .isEqualTo(due);
        assertThat(due.values().stream().reduce(Money.zero("INR"), Money::plus))
                .as("the balance")
                .isEqualTo(books.balance());
    }

    /** Tutorials and tests are not. */
    private static boolean isPaid(Assignment assignment) {
        return assignment.price().minor() > 0;
    }

    private BookCollector collector() {
        List<Person> people =
                everybody().map(labeller -> new Person(labeller.id(), labeller.work())).toList();
        return new BookCollector(staff, people, Set::of, List.of(pets.id()));
    }

    private Stream<Labeller> everybody() {
        return Stream.concat(Stream.of(asha), colleagues.stream());
    }

    /** A picture each in turn; the requester brings more when there is nothing left. */
    private void workUntil(BooleanSupplier enough) {
        await().atMost(Pets.TIMEOUT)
                .until(
                        () -> {
                            if (!allLabelOne()) {
                                pets.bringMoreWork();
                                nextOf(asha);
                            }
                            return enough.getAsBoolean();
                        });
    }

    /** False if there was nothing for anybody. */
    private boolean allLabelOne() {
        return everybody().filter(labeller -> labeller.labelNext().isPresent()).count() > 0;
    }

    private static Assignment nextOf(Labeller labeller) {
        return await().atMost(Pets.TIMEOUT)
                .until(labeller::labelNext, next -> next.isPresent())
                .orElseThrow();
    }

    private Reply lease(Labeller labeller) {
        return labeller.ask(Call.post("/v1/leases").json(Map.of("projectId", pets.id())));
    }

    private boolean isStrong(Labeller labeller) {
        return skill(labeller).get("golds").asInt() >= CHECKS_OF_A_STRONG_WORKER;
    }

    private int wrongAnswers(Labeller labeller) {
        JsonNode skill = skill(labeller);
        double wrong = skill.get("golds").asInt() - skill.get("correct").asDouble();
        assertThat(wrong).isCloseTo(Math.rint(wrong), within(1e-6));
        return (int) Math.rint(wrong);
    }

    private JsonNode skill(Labeller labeller) {
        return known(labeller).at("/skills/" + SKILL);
    }

    /** Labels that a reviewer or the others were of another opinion about. */
    private long disagreements(Labeller labeller) {
        JsonNode counts = known(labeller).at("/agreements/" + SKILL);
        return counts.get("judged").asLong() - counts.get("agreed").asLong();
    }

    private JsonNode known(Labeller labeller) {
        return staff.ops().get("/v1/skills/" + labeller.id(), JsonNode.class);
    }

    private List<JsonNode> reviews(String reason) {
        return staff.reviewer()
                .all("/v1/reviews?projectId=" + pets.id() + "&reason=" + reason, JsonNode.class);
    }

    private JsonNode queued(String reason) {
        return await().atMost(Pets.TIMEOUT)
                .until(() -> reviews(reason), waiting -> !waiting.isEmpty())
                .getFirst();
    }

    private static void decide(Session reviewer, String taskId, Decision decision) {
        String path = "/v1/reviews/" + taskId;
        reviewer.change(path, Call.post(path + "/decision").json(decision));
    }

    private List<ResultStream.Line> streamedOf(String taskId) throws Exception {
        List<ResultStream.Line> lines = new ArrayList<>();
        new ResultStream(staff.partner(), pets.id(), lines::add).readAll();
        return lines.stream()
                .filter(line -> line.data().path("taskId").asString("").equals(taskId))
                .toList();
    }
}
