package io.assay.task.project;

import static io.assay.task.project.Specs.anySpec;
import static io.assay.task.project.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.LabelClass;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.ProjectStatus;
import io.assay.events.Tool;
import io.assay.task.project.ProjectCommand.Close;
import io.assay.task.project.ProjectCommand.Edit;
import io.assay.task.project.ProjectCommand.EditGuideline;
import io.assay.task.project.ProjectCommand.Pause;
import io.assay.task.project.ProjectCommand.Publish;
import io.assay.task.project.ProjectCommand.Resume;
import io.assay.task.project.ProjectDecision.Changed;
import io.assay.task.project.ProjectDecision.Unchanged;
import io.assay.task.project.ProjectRefusal.Frozen;
import io.assay.task.project.ProjectRefusal.Invalid;
import io.assay.task.project.ProjectRefusal.WrongStatus;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProjectDeciderTests {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static Project draft() {
        return Project.draft("p1", "r1", anySpec(), "request", NOW);
    }

    private static Project after(ProjectCommand... commands) {
        Project project = draft();
        for (ProjectCommand command : commands) {
            project = ((Changed) ProjectDecider.decide(project, command, NOW)).next();
        }
        return project;
    }

    @Test
    void createsADraftOfFirstVersions() {
        var decision = ProjectDecider.create("p1", "r1", anySpec(), "request", NOW);

        Project project = ((Changed) decision).next();
        assertThat(project.status()).isEqualTo(ProjectStatus.DRAFT);
        assertThat(project.guidelineVersion()).isEqualTo(1);
        assertThat(project.rateVersion()).isEqualTo(1);
        assertThat(project.takesTasks()).isFalse();
    }

    @Test
    void goesThroughItsLife() {
        assertThat(after(new Publish()).status()).isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(after(new Publish(), new Pause()).status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(after(new Publish(), new Pause(), new Resume()).status())
                .isEqualTo(ProjectStatus.PUBLISHED);
        assertThat(after(new Publish(), new Pause(), new Close()).status())
                .isEqualTo(ProjectStatus.CLOSED);
    }

    @Test
    void refusesWhatDoesNotFitTheStatus() {
        assertThat(ProjectDecider.decide(draft(), new Pause(), NOW))
                .isEqualTo(new WrongStatus(ProjectStatus.DRAFT));
        assertThat(ProjectDecider.decide(draft(), new Resume(), NOW))
                .isEqualTo(new WrongStatus(ProjectStatus.DRAFT));
        assertThat(ProjectDecider.decide(after(new Publish()), new Publish(), NOW))
                .isEqualTo(new WrongStatus(ProjectStatus.PUBLISHED));
    }

    @Test
    void aDraftChangesInEverything() {
        var next = spec(Tool.BOX, "Draw a box.", 200);

        Project project = after(new Edit(next));

        assertThat(project.spec()).isEqualTo(next);
        assertThat(project.guidelineVersion()).isEqualTo(2);
        assertThat(project.rateVersion()).isEqualTo(2);
    }

    @Test
    void thereIsAnEndToNewPrices() {
        Project project = after(new Publish());
        for (int price = 1; project.rateVersion() < ProjectDecider.MAX_RATE_CARDS; price++) {
            project = changed(project, price);
        }

        assertThat(
                        ProjectDecider.decide(
                                project,
                                new Edit(spec(Tool.CATEGORY, "Say what it shows.", 77_777)),
                                NOW))
                .isEqualTo(new Frozen(List.of("/rateCard")));
    }

    private static Project changed(Project project, int price) {
        Edit edit = new Edit(spec(Tool.CATEGORY, "Say what it shows.", price));
        return ((Changed) ProjectDecider.decide(project, edit, NOW)).next();
    }

    @Test
    void aNewPriceOnlyIsANewRateVersionOnly() {
        Project project =
                after(new Publish(), new Edit(spec(Tool.CATEGORY, "Say what it shows.", 151)));

        assertThat(project.rateVersion()).isEqualTo(2);
        assertThat(project.guidelineVersion()).isEqualTo(1);
        assertThat(project.changed().rateCard().base()).isEqualTo(new Money(151, "INR"));
    }

    @Test
    void aNewGuidelineIsANewVersion() {
        Project project =
                after(new Publish(), new EditGuideline("Look twice.", GuidelineChange.MATERIAL));

        assertThat(project.changed().guideline().version()).isEqualTo(2);
        assertThat(project.changed().guideline().markdown()).isEqualTo("Look twice.");
    }

    @Test
    void anEditorialChangeAsksNobodyToReadAgain() {
        Project first = after(new Publish());
        Project reworded =
                after(
                        new Publish(),
                        new EditGuideline("Look twice.", GuidelineChange.MATERIAL),
                        new EditGuideline("Look two times.", GuidelineChange.EDITORIAL));
        Project priced =
                after(
                        new Publish(),
                        new EditGuideline("Look twice.", GuidelineChange.EDITORIAL),
                        new Edit(spec(Tool.CATEGORY, "Look twice.", 151)));

        assertThat(first.changed().guideline().required()).isEqualTo(1);
        assertThat(reworded.changed().guideline().version()).isEqualTo(3);
        assertThat(reworded.changed().guideline().required()).isEqualTo(2);
        assertThat(priced.changed().guideline().version()).isEqualTo(2);
        assertThat(priced.changed().guideline().required()).isEqualTo(1);
    }

    @Test
    void aNewTextAmongNewSettingsIsMaterial() {
        Project project = after(new Publish(), new Edit(spec(Tool.CATEGORY, "Look twice.", 150)));

        assertThat(project.changed().guideline().required()).isEqualTo(2);
    }

    @Test
    void ontologyAndToolAreFrozenOncePublished() {
        ProjectSpec spec = anySpec();
        ProjectSpec other =
                new ProjectSpec(
                        spec.name(),
                        new Ontology(Tool.CATEGORY, List.of(new LabelClass("cow", "Cow"))),
                        spec.guideline(),
                        spec.basePrice(),
                        spec.tierPermille(),
                        spec.overlap(),
                        0.2,
                        spec.tierRule(),
                        spec.leaseRule(),
                        spec.holdDays(),
                        spec.budget(),
                        spec.partners(),
                        spec.allowedHosts());

        var decision = ProjectDecider.decide(after(new Publish()), new Edit(other), NOW);

        assertThat(decision).isEqualTo(new Frozen(List.of("/ontology", "/goldRate")));
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(ProjectDecider.decide(draft(), new Edit(anySpec()), NOW))
                .isEqualTo(new Unchanged());
    }

    @Test
    void aClosedProjectStaysAsItIs() {
        Project closed = after(new Close());

        for (ProjectCommand command :
                List.of(
                        new Edit(anySpec()),
                        new EditGuideline("x", GuidelineChange.MATERIAL),
                        new Publish(),
                        new Close())) {
            assertThat(ProjectDecider.decide(closed, command, NOW))
                    .isEqualTo(new WrongStatus(ProjectStatus.CLOSED));
        }
    }

    @Test
    void refusesAnInvalidGuideline() {
        var decision =
                ProjectDecider.decide(
                        draft(), new EditGuideline("", GuidelineChange.MATERIAL), NOW);

        assertThat(decision)
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new FieldProblem(
                                                "/guideline",
                                                "guideline (bytes): 0 (expected: 1 to 102400)"))));
    }

    @Property
    void versionsNeverGoBackAndTheOntologyOfAPublishedProjectNeverChanges(
            @ForAll("commands") List<ProjectCommand> commands) {
        Project project = draft();
        for (ProjectCommand command : commands) {
            Project before = project;
            if (ProjectDecider.decide(before, command, NOW) instanceof Changed(var next)) {
                project = next;
            }

            assertThat(project.guidelineVersion())
                    .isGreaterThanOrEqualTo(before.guidelineVersion());
            assertThat(project.rateVersion()).isGreaterThanOrEqualTo(before.rateVersion());
            assertThat(project.spec().guideline().equals(before.spec().guideline()))
                    .isEqualTo(project.guidelineVersion() == before.guidelineVersion());
            assertThat(project.changed().guideline().required())
                    .isBetween(before.changed().guideline().required(), project.guidelineVersion());
            if (before.status() != ProjectStatus.DRAFT) {
                assertThat(project.spec().ontology()).isEqualTo(before.spec().ontology());
                assertThat(project.status()).isNotEqualTo(ProjectStatus.DRAFT);
            }
            if (before.status() == ProjectStatus.CLOSED) {
                assertThat(project).isEqualTo(before);
            }
        }
    }

    @Provide
    Arbitrary<List<ProjectCommand>> commands() {
        Arbitrary<ProjectCommand> edits =
                Arbitraries.of(Tool.values())
                        .flatMap(
                                tool ->
                                        Arbitraries.of("a", "b")
                                                .flatMap(
                                                        text ->
                                                                Arbitraries.of(1L, 2L)
                                                                        .map(
                                                                                p ->
                                                                                        spec(
                                                                                                tool,
                                                                                                text,
                                                                                                p))))
                        .map(Edit::new);
        Arbitrary<ProjectCommand> moves =
                Arbitraries.of(
                        new Publish(),
                        new Pause(),
                        new Resume(),
                        new Close(),
                        new EditGuideline("c", GuidelineChange.MATERIAL),
                        new EditGuideline("d", GuidelineChange.EDITORIAL));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, edits), net.jqwik.api.Tuple.of(1, moves))
                .list()
                .ofMaxSize(12);
    }
}
