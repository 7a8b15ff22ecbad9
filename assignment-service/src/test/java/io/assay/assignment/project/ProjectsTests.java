package io.assay.assignment.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.Fixtures;
import io.assay.events.Guideline;
import org.junit.jupiter.api.Test;

class ProjectsTests {

    private final Projects projects = new Projects();

    @Test
    void keepsNoTextOfAGuideline() {
        Guideline guideline = new Guideline(3, "0".repeat(64), "x".repeat(100_000), 2);

        projects.keep(new Copy(1, Fixtures.project("p", guideline)));

        assertThat(projects.find("p").orElseThrow().facts().guideline())
                .isEqualTo(new Guideline(3, "0".repeat(64), "", 2));
    }

    @Test
    void tellsWhatIsLeftOfTheBudgetAsLastSeen() {
        projects.keep(new Copy(1, Fixtures.withBudget(Fixtures.project("p"), 700)));
        assertThat(projects.find("p").orElseThrow().left()).isEqualTo(700);

        projects.keepLeft("p", -5);

        assertThat(projects.find("p").orElseThrow().left()).isEqualTo(-5);
    }

    @Test
    void keepsTheNewest() {
        projects.keep(new Copy(2, Fixtures.withBudget(Fixtures.project("p"), 2)));
        projects.keep(new Copy(1, Fixtures.withBudget(Fixtures.project("p"), 1)));

        assertThat(projects.find("p").orElseThrow().facts().budget().minor()).isEqualTo(2);
    }
}
