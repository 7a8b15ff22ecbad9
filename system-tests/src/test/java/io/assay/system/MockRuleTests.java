package io.assay.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.assay.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No test has mocks. A mock of a class of ours says what its test believes of it, and says so still
 * when the class has changed; so what is behind a class under test is real.
 */
class MockRuleTests {

    @Test
    void testsHaveNoMocks() throws IOException {
        JavaClasses tests = new ClassFileImporter().importPaths(testClasses());

        assertThat(tests.size()).isGreaterThan(300);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..mockito..", "..easymock..", "..jmockit..", "..mockk..")
                .because("a test shows what the real classes do")
                .check(tests);
    }

    /** Of all modules, as they were compiled. */
    private static List<Path> testClasses() throws IOException {
        Path home = Home.find();
        List<Path> modules;
        try (Stream<Path> here = Files.list(home);
                Stream<Path> deploy = Files.list(home.resolve("deploy"))) {
            modules =
                    Stream.concat(here, deploy)
                            .filter(module -> Files.isDirectory(module.resolve("src/test/java")))
                            .map(module -> module.resolve("target/test-classes"))
                            .toList();
        }
        assertThat(modules).hasSizeGreaterThan(10).allMatch(Files::isDirectory);
        return modules;
    }
}
