package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the repository's documents, and from them into the code, lead somewhere. */
class DocumentsTests {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?s)```.*?```");

    static List<Path> documents() {
        return Repository.files(".", ".md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void relativeLinksLeadSomewhere(Path document) {
        List<String> broken =
                links(document).filter(link -> !leadsSomewhere(document, link)).toList();

        assertThat(broken).as("broken links of " + document).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesNoPathOfSomeonesMachine(Path document) {
        assertThat(Contract.read(document))
                .doesNotContainPattern("(?m)(^|[\\s`(])/(work|home|root)/");
    }

    @Test
    void brokenLinkIsSeen() {
        Path document = Repository.ROOT.resolve("README.md");

        assertThat(leadsSomewhere(document, "docs/adr/9999-no-such.md")).isFalse();
        assertThat(leadsSomewhere(document, "CONTRIBUTING.md#no-such-heading")).isFalse();
        assertThat(leadsSomewhere(document, "CONTRIBUTING.md")).isTrue();
    }

    private static Stream<String> links(Path document) {
        String text = CODE_BLOCK.matcher(Contract.read(document)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || headings(target).anyMatch(parts[1]::equals));
    }

    private static Stream<String> headings(Path document) {
        return HEADING.matcher(Contract.read(document)).results().map(DocumentsTests::anchor);
    }

    /** As GitHub does it. */
    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
