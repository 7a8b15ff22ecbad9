package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dashboards and alerts read only metrics that the code writes. */
class ObservedNamesTests {

    private static final Pattern READ = Pattern.compile("\\bassay_[a-z_]+");
    private static final Pattern WRITTEN = Pattern.compile("\"(assay\\.[a-z.]+)\"");
    private static final Pattern SUFFIX = Pattern.compile("_(total|seconds|bucket|count|sum|max)$");

    @Test
    void everyMetricThatIsReadIsWritten() {
        Set<String> written = new TreeSet<>();
        for (Path source : Repository.files(".", ".java")) {
            if (source.toString().contains("/src/main/")) {
                WRITTEN.matcher(Contract.read(source))
                        .results()
                        .forEach(m -> written.add(m.group(1).replace('.', '_')));
            }
        }

        assertThat(read()).isNotEmpty().allSatisfy(m -> assertThat(written).contains(base(m)));
    }

    @Test
    void dashboardsHaveNoPanelTwiceAndNoneWithoutAQuestion() {
        for (Path file : Repository.files("deploy/grafana/dashboards", ".json")) {
            JsonNode panels = Contract.JSON.readTree(Contract.read(file)).get("panels");

            assertThat(panels.valueStream().map(p -> p.get("id").intValue()))
                    .doesNotHaveDuplicates();
            panels.valueStream()
                    .filter(p -> !p.get("type").stringValue().equals("row"))
                    .forEach(p -> assertThat(p.get("targets")).as(p.toString()).isNotEmpty());
        }
    }

    private static Set<String> read() {
        return Stream.concat(
                        Repository.files("deploy/grafana/dashboards", ".json").stream(),
                        Repository.files("deploy/prometheus", "alerts.yml").stream())
                .flatMap(f -> READ.matcher(Contract.read(f)).results())
                .map(m -> m.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String base(String metric) {
        String base = metric;
        while (SUFFIX.matcher(base).find()) {
            base = SUFFIX.matcher(base).replaceFirst("");
        }
        return base;
    }
}
