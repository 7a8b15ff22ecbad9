package io.assay.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.assay.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No test depends on today. The services read the time from the one clock that they are given;
 * tests have a clock of their own; and a date is written down only where nothing else has another
 * one.
 */
class ClockRuleTests {

    private static final List<String> MODULES =
            List.of(
                    "events",
                    "formats",
                    "truth",
                    "evaluation",
                    "messaging",
                    "web-support",
                    "task-service",
                    "assignment-service",
                    "review-service",
                    "payment-service",
                    "gateway",
                    "cli");

    /** Where the one clock is made. */
    private static final String MAKERS = "io\\.assay\\.messaging\\.StoreAutoConfiguration";

    /**
     * Tokens are dated and checked by the libraries' own clock, which is the machine's; so are the
     * tests that make tokens.
     */
    private static final String MAKERS_OF_TOKENS =
            "io\\.assay\\.(web\\.(TestTokens|RevocationWebTests)"
                    + "|gateway\\.(support\\.Tokens|access\\.AccessIT|revocation\\.RevocationIT))(\\$.*)?";

    private static final DescribedPredicate<JavaAccess<?>> READS_THE_MACHINES_CLOCK =
            DescribedPredicate.describe(
                    "the machine's clock", access -> isMachineClock(access.getTarget()));

    private static final ArchRule MAIN =
            noClasses()
                    .that()
                    .haveNameNotMatching(MAKERS)
                    .should()
                    .accessTargetWhere(READS_THE_MACHINES_CLOCK)
                    .because("the time is read from the Clock that is injected");

    private static final ArchRule TESTS =
            noClasses()
                    .that()
                    .haveNameNotMatching(MAKERS_OF_TOKENS)
                    .should()
                    .accessTargetWhere(READS_THE_MACHINES_CLOCK)
                    .because("a test has the time of TestClock, or gives a time of its own");

    /** As text, as numbers of a calendar or of an epoch. */
    private static final Pattern WRITTEN_DATE =
            Pattern.compile(
                    "\"20\\d\\d-\\d\\d-\\d\\d"
                            + "|Date(Time)?\\.of\\(\\s*20\\d\\d"
                            + "|ofEpoch(Second|Milli|Day)\\(\\s*\\d[\\d_]{4}");

    /** What is named so gives its subject every time itself. */
    private static final Pattern GIVES_EVERY_TIME =
            Pattern.compile(".*(Tests|Benchmark)\\.java|TestClock\\.java");

    @Test
    void servicesReadTheirClock() {
        JavaClasses main = classes("target/classes");

        assertThat(main.size()).isGreaterThan(500);
        MAIN.check(main);
    }

    @Test
    void testsDependOnNoDay() {
        JavaClasses tests = classes("target/test-classes");

        assertThat(tests.size()).isGreaterThan(200);
        TESTS.check(tests);
    }

    /** Beside a running service only TestClock's day is right on every day. */
    @Test
    void datesAreWrittenOnlyWhereNothingElseHasATime() throws IOException {
        List<Path> written = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Home.find().resolve(module).resolve("src/test"))) {
                for (Path file : files.filter(ClockRuleTests::isBesideServices).toList()) {
                    if (WRITTEN_DATE.matcher(Files.readString(file)).find()) {
                        written.add(file);
                    }
                }
            }
        }

        assertThat(written).isEmpty();
    }

    private static boolean isBesideServices(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !GIVES_EVERY_TIME.matcher(name).matches();
    }

    @Test
    void theRuleFindsWhatItForbids() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        for (ArchRule rule : List.of(MAIN, TESTS)) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> rule.check(offender))
                    .withMessageContainingAll("Instant.now()", "Clock.systemUTC()");
        }
        assertThat("Instant.parse(\"2026-11-21T12:00:00Z\")").containsPattern(WRITTEN_DATE);
        assertThat("LocalDate.of(2026, 11, 21)").containsPattern(WRITTEN_DATE);
    }

    @SuppressWarnings("unused")
    private static final class Offender {
        final Instant today = Instant.now();
        final Clock clock = Clock.systemUTC();
    }

    private static JavaClasses classes(String directory) {
        Path home = Home.find();
        List<Path> paths =
                MODULES.stream().map(module -> home.resolve(module).resolve(directory)).toList();
        assertThat(paths).allMatch(Files::isDirectory);
        return new ClassFileImporter().importPaths(paths);
    }

    private static boolean isMachineClock(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean noArguments =
                target instanceof AccessTarget.CodeUnitAccessTarget call
                        && call.getRawParameterTypes().isEmpty();
        if (owner.equals("java.lang.System")) {
            return name.equals("currentTimeMillis");
        }
        if (owner.equals("java.util.Date") || owner.equals("java.util.GregorianCalendar")) {
            return name.equals("<init>") && noArguments;
        }
        if (!owner.startsWith("java.time.")) {
            return false;
        }
        return name.equals("now") && noArguments
                || name.equals("now") && takes(target, "java.time.ZoneId")
                || owner.equals("java.time.InstantSource") && name.equals("system")
                || owner.equals("java.time.Clock")
                        && Stream.of("system", "tick").anyMatch(name::startsWith)
                        && !takes(target, "java.time.Clock");
    }

    private static boolean takes(AccessTarget target, String type) {
        return target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getName().equals(type));
    }
}
