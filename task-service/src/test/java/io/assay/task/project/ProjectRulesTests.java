package io.assay.task.project;

import static io.assay.task.project.Specs.anySpec;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.ApplicationRule;
import io.assay.events.GoldRule;
import io.assay.events.LabelClass;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ReviewRule;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectRulesTests {

    private static List<String> pointers(ProjectSpec spec) {
        return ProjectRules.problems(spec).stream().map(FieldProblem::pointer).toList();
    }

    private static ProjectSpec with(OverlapRule overlap, double goldRate, LeaseRule lease) {
        ProjectSpec s = anySpec();
        return new ProjectSpec(
                s.name(),
                s.ontology(),
                s.guideline(),
                s.basePrice(),
                s.tierPermille(),
                overlap,
                goldRate,
                s.tierRule(),
                lease,
                s.holdDays(),
                s.budget(),
                s.partners(),
                s.allowedHosts());
    }

    private static ProjectSpec with(
            String name, List<LabelClass> classes, List<String> partners, List<String> hosts) {
        ProjectSpec s = anySpec();
        return new ProjectSpec(
                name,
                new Ontology(Tool.TAGS, classes),
                s.guideline(),
                s.basePrice(),
                s.tierPermille(),
                s.overlap(),
                s.goldRate(),
                s.tierRule(),
                s.leaseRule(),
                s.holdDays(),
                s.budget(),
                partners,
                hosts);
    }

    private static ProjectSpec withHosts(String... hosts) {
        return with("n", anySpec().ontology().classes(), List.of(), List.of(hosts));
    }

    @Test
    void anOrdinarySpecHasNoProblem() {
        assertThat(ProjectRules.problems(anySpec())).isEmpty();
    }

    @Test
    void tellsEveryBrokenRuleAtOnce() {
        ProjectSpec s = anySpec();
        TreeMap<Integer, Integer> tiers = new TreeMap<>();
        tiers.put(6, -1);

        assertThat(
                        pointers(
                                new ProjectSpec(
                                        " ",
                                        new Ontology(Tool.TAGS, List.of()),
                                        "x".repeat(102_401),
                                        new Money(-1, "INR"),
                                        tiers,
                                        new OverlapRule(3, 2, 0.5),
                                        0.6,
                                        new TierRule("Bad Skill", 6),
                                        new LeaseRule(0, 9, 11),
                                        91,
                                        new Money(1, "USD"),
                                        List.of("no spaces"),
                                        s.allowedHosts(),
                                        new ReviewRule(1.01, 0),
                                        null)))
                .containsExactly(
                        "/name",
                        "/ontology/classes",
                        "/guideline",
                        "/rateCard/base/minor",
                        "/rateCard/tierPermille/6",
                        "/rateCard/tierPermille/6",
                        "/budget/currency",
                        "/overlap/min",
                        "/overlap/target",
                        "/goldRate",
                        "/tierRule/skill",
                        "/tierRule/minTier",
                        "/leaseRule/batchSize",
                        "/leaseRule/seconds",
                        "/leaseRule/extensions",
                        "/holdDays",
                        "/reviewRule/auditRate",
                        "/reviewRule/appealDays",
                        "/partners/0");
    }

    @Test
    void goldRulesAreHeldToTheirRanges() {
        assertThat(pointers(with(new GoldRule(null, null, null, null, null)))).isEmpty();
        assertThat(pointers(with(new GoldRule(0.9, 0.5, 0.9, 0.02, 0.3)))).isEmpty();
        assertThat(pointers(with(new GoldRule(1.0, 0.1, 1.0, 0.0, 0.5)))).isEmpty();
        assertThat(pointers(with(new GoldRule(0.0, 0.05, 0.04, 0.3, 0.2))))
                .containsExactly(
                        "/goldRule/needed",
                        "/goldRule/found",
                        "/goldRule/exact",
                        "/goldRule/leastRate");
        assertThat(pointers(with(new GoldRule(null, 0.6, 0.5, null, 0.51))))
                .containsExactly("/goldRule/exact", "/goldRule/mostRate");
        assertThat(pointers(with(new GoldRule(Double.NaN, null, null, Double.NaN, null))))
                .containsExactly("/goldRule/needed", "/goldRule/leastRate");
    }

    private static ProjectSpec with(GoldRule rule) {
        ProjectSpec s = anySpec();
        return new ProjectSpec(
                s.name(),
                s.ontology(),
                s.guideline(),
                s.basePrice(),
                s.tierPermille(),
                s.overlap(),
                s.goldRate(),
                s.tierRule(),
                s.leaseRule(),
                s.holdDays(),
                s.budget(),
                s.partners(),
                s.allowedHosts(),
                null,
                rule);
    }

    @Test
    void applicationsAreHeldToTheirRanges() {
        Instant noon = Instant.parse("2026-01-15T12:00:00Z");

        assertThat(pointers(with(new ApplicationRule(noon, noon, 0))))
                .containsExactly("/applications/until", "/applications/places");
        assertThat(pointers(with(new ApplicationRule(noon, noon.plusSeconds(1), 1_000)))).isEmpty();
        assertThat(pointers(with(new ApplicationRule(null, null, 1_001))))
                .containsExactly("/applications/places");
    }

    private static ProjectSpec with(ApplicationRule rule) {
        ProjectSpec s = anySpec();
        return new ProjectSpec(
                s.name(),
                s.ontology(),
                s.guideline(),
                s.basePrice(),
                s.tierPermille(),
                s.overlap(),
                s.goldRate(),
                s.tierRule(),
                s.leaseRule(),
                s.holdDays(),
                s.budget(),
                s.partners(),
                s.allowedHosts(),
                null,
                null,
                rule);
    }

    @Test
    void theGuidelineIsMeasuredInBytes() {
        ProjectSpec spec = anySpec().withGuideline("é".repeat(60_000));

        assertThat(ProjectRules.problems(spec))
                .containsExactly(
                        new FieldProblem(
                                "/guideline", "guideline (bytes): 120000 (expected: 1 to 102400)"));
    }

    @Test
    void classesArePlainAndUnique() {
        List<LabelClass> classes =
                List.of(
                        new LabelClass("a", "A"),
                        new LabelClass("a", "Again"),
                        new LabelClass("b c", "B"),
                        new LabelClass("d", ""));

        assertThat(pointers(with("n", classes, List.of(), List.of())))
                .containsExactly(
                        "/ontology/classes/1/id",
                        "/ontology/classes/2/id",
                        "/ontology/classes/3/name");
    }

    @Test
    void countsOfClassesPartnersAndHostsAreLimited() {
        List<LabelClass> classes =
                IntStream.range(0, 1_001).mapToObj(i -> new LabelClass("c" + i, "C")).toList();
        List<String> partners = IntStream.range(0, 101).mapToObj(i -> "p" + i).toList();
        List<String> hosts = IntStream.range(0, 51).mapToObj(i -> "h" + i + ".org").toList();

        assertThat(pointers(with("n", classes, partners, hosts)))
                .containsExactly("/ontology/classes", "/partners", "/allowedHosts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost", "127.0.0.1", "10.0.0.1", "[::1]", "example.org:8443", "a..org",
                "-a.org", "a_b.org", "user@a.org", "*.a.org", "0x7f.1", "a.org."
            })
    void refusesHostsThatAreNoPlainDomainNames(String host) {
        assertThat(pointers(withHosts(host))).containsExactly("/allowedHosts/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "a.b.example.co.in", "xn--bcher-kva.example", "1.fm"})
    void takesDomainNames(String host) {
        assertThat(pointers(withHosts(host))).isEmpty();
    }

    @Property
    void overlapIsHeldToItsRange(
            @ForAll @IntRange(min = -1, max = 30) int min,
            @ForAll @IntRange(min = -1, max = 30) int max,
            @ForAll @DoubleRange(min = 0, max = 1.5) double target) {
        boolean valid = 1 <= min && min <= max && max <= 25 && target > 0.5 && target < 1;

        ProjectSpec spec = with(new OverlapRule(min, max, target), 0.1, new LeaseRule(1, 10));

        assertThat(ProjectRules.problems(spec).isEmpty()).isEqualTo(valid);
    }

    @Property
    void ratesAndLeasesAreHeldToTheirRanges(
            @ForAll @DoubleRange(min = -1, max = 1) double goldRate,
            @ForAll @IntRange(min = -5, max = 120) int batch,
            @ForAll @IntRange(min = 0, max = 100_000) int seconds) {
        boolean valid =
                goldRate >= 0
                        && goldRate <= 0.5
                        && batch >= 1
                        && batch <= 100
                        && seconds >= 10
                        && seconds <= 86_400;

        ProjectSpec spec =
                with(new OverlapRule(1, 1, 0.9), goldRate, new LeaseRule(batch, seconds));

        assertThat(ProjectRules.problems(spec).isEmpty()).isEqualTo(valid);
    }

    @Test
    void notANumberIsNoRate() {
        assertThat(pointers(with(new OverlapRule(1, 1, 0.9), Double.NaN, new LeaseRule(1, 10))))
                .containsExactly("/goldRate");
        assertThat(pointers(with(new OverlapRule(1, 1, Double.NaN), 0, new LeaseRule(1, 10))))
                .containsExactly("/overlap/target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No picture: [a link](http://elsewhere.example/).",
                "![a cat](https://pictures.example.org/cat.png)",
                "![a cat](https://Pictures.Example.org:443/cat.png \"a cat\")",
                "![](picture:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)"
            })
    void takesAGuidelineWithPicturesOfOwnHostsAndUploads(String guideline) {
        assertThat(ProjectRules.problems(anySpec().withGuideline(guideline))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![a cat](https://elsewhere.example/cat.png)",
                "![a cat](http://pictures.example.org/cat.png)",
                "![a cat](https://pictures.example.org:8443/cat.png)",
                "![a cat](https://me@pictures.example.org/cat.png)",
                "![a cat](https://pictures.example.org.evil.example/cat.png)",
                "![a cat](https://10.0.0.1/cat.png)",
                "![a cat](/v1/pictures/abc)",
                "![a cat](data:image/png;base64,AAAA)",
                "![a cat](picture:abc)"
            })
    void refusesAGuidelineWithOtherPictures(String guideline) {
        assertThat(pointers(anySpec().withGuideline(guideline))).containsExactly("/guideline");
    }
}
