package io.assay.task.project;

import io.assay.events.ApplicationRule;
import io.assay.events.GoldRule;
import io.assay.events.LeaseRule;
import io.assay.events.OverlapRule;
import io.assay.events.QualificationRule;
import io.assay.events.ReviewRule;
import io.assay.events.TierRule;
import io.assay.web.MarkdownPictures;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The limits of a project, whatever its status. */
final class ProjectRules {

    static final int MAX_GUIDELINE_BYTES = 100 * 1024;
    static final int MAX_GUIDELINE_PICTURES = 100;
    static final long MAX_PRICE = 1_000_000_000L;
    static final long MAX_BUDGET = 1_000_000_000_000_000L;

    private static final Pattern UPLOAD = Pattern.compile("picture:[0-9a-f]{64}");
    private static final Pattern SKILL = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** A lower-case DNS name of at least two labels, the last not all digits: so no IP address. */
    private static final Pattern HOST =
            Pattern.compile(
                    "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** What holds where a gold rule does not say. */
    private static final double FOUND = 0.5;

    private ProjectRules() {}

    /** Empty if the spec keeps all rules. */
    static List<FieldProblem> problems(ProjectSpec spec) {
        Problems problems = new Problems();
        problems.length("/name", spec.name(), 1, 200);
        OntologyRules.check(problems, spec.ontology());
        guideline(problems, spec.guideline());
        guidelinePictures(problems, spec);
        prices(problems, spec);
        overlap(problems, spec.overlap());
        problems.range("/goldRate", spec.goldRate(), 0, 0.5);
        goldRule(problems, spec.goldRule(), spec.goldRate());
        tierRule(problems, spec.tierRule());
        leaseRule(problems, spec.leaseRule());
        problems.range("/holdDays", spec.holdDays(), 0, 90);
        reviewRule(problems, spec.reviewRule());
        applications(problems, spec.applications());
        names(problems, "/partners", spec.partners(), 100, USER_ID);
        names(problems, "/allowedHosts", spec.allowedHosts(), 50, HOST);
        return problems.found();
    }

    private static void guideline(Problems problems, String markdown) {
        int bytes = markdown.getBytes(StandardCharsets.UTF_8).length;
        problems.range("/guideline (bytes)", bytes, 1, MAX_GUIDELINE_BYTES);
    }

    /** Browsers ask nobody but us for a picture, so what it may be is known beforehand. */
    private static void guidelinePictures(Problems problems, ProjectSpec spec) {
        List<String> shown = MarkdownPictures.in(spec.guideline());
        problems.range("/guideline (pictures)", shown.size(), 0, MAX_GUIDELINE_PICTURES);
        for (String ref : shown) {
            if (!UPLOAD.matcher(ref).matches() && !isOnOneOf(spec.allowedHosts(), ref)) {
                problems.add(
                        "/guideline (picture)",
                        ref,
                        "picture:SHA256 of an upload, or https://… on one of allowedHosts");
            }
        }
    }

    private static boolean isOnOneOf(List<String> hosts, String url) {
        try {
            URI uri = new URI(url);
            return "https".equals(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && (uri.getPort() == -1 || uri.getPort() == 443)
                    && uri.getHost() != null
                    && hosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void prices(Problems problems, ProjectSpec spec) {
        problems.range("/rateCard/base/minor", spec.basePrice().minor(), 0, MAX_PRICE);
        for (Map.Entry<Integer, Integer> factor : spec.tierPermille().entrySet()) {
            String pointer = "/rateCard/tierPermille/" + factor.getKey();
            problems.range(pointer + " (tier)", factor.getKey(), 1, 5);
            problems.range(pointer, factor.getValue(), 0, 100_000);
        }
        problems.range("/budget/minor", spec.budget().minor(), 0, MAX_BUDGET);
        if (!spec.budget().currency().equals(spec.basePrice().currency())) {
            problems.add(
                    "/budget/currency",
                    spec.budget().currency(),
                    spec.basePrice().currency() + ", as the price");
        }
    }

    private static void overlap(Problems problems, OverlapRule rule) {
        problems.range("/overlap/max", rule.max(), 1, 25);
        problems.range("/overlap/min", rule.min(), 1, rule.max());
        if (!(rule.target() > 0.5 && rule.target() < 1)) {
            problems.add("/overlap/target", rule.target(), "> 0.5 and < 1");
        }
        problems.range("/overlap/price", rule.pricePerLabel(), 0, 0.5);
    }

    private static void goldRule(Problems problems, @Nullable GoldRule rule, double goldRate) {
        if (rule == null) {
            return;
        }
        double needed = rule.needed() == null ? 1 : rule.needed();
        if (!(needed > 0 && needed <= 1)) {
            problems.add("/goldRule/needed", needed, "> 0 and <= 1");
        }
        double found = rule.found() == null ? FOUND : rule.found();
        problems.range("/goldRule/found", found, 0.1, 1);
        problems.range("/goldRule/exact", rule.exact() == null ? found : rule.exact(), found, 1);
        double most = rule.mostRate() == null ? goldRate : rule.mostRate();
        problems.range("/goldRule/mostRate", most, 0, 0.5);
        double least = rule.leastRate() == null ? Math.min(goldRate, most) : rule.leastRate();
        problems.range("/goldRule/leastRate", least, 0, most);
    }

    private static void tierRule(Problems problems, TierRule rule) {
        problems.matches("/tierRule/skill", rule.skill(), SKILL);
        problems.range("/tierRule/minTier", rule.minTier(), 1, 5);
        QualificationRule test = rule.qualification();
        if (test != null) {
            qualification(problems, test);
        }
    }

    private static void qualification(Problems problems, QualificationRule test) {
        String pointer = "/tierRule/qualification";
        problems.range(pointer + "/samples", test.samples(), 0, 50);
        problems.range(pointer + "/questions", test.questions(), 1, 50);
        if (!(test.passMark() > 0 && test.passMark() <= 1)) {
            problems.add(pointer + "/passMark", test.passMark(), "> 0 to 1");
        }
        problems.range(pointer + "/attempts", test.attempts(), 1, 20);
        problems.range(pointer + "/retakeSeconds", test.retakeSeconds(), 0, 2_592_000);
    }

    private static void leaseRule(Problems problems, LeaseRule rule) {
        problems.range("/leaseRule/batchSize", rule.batchSize(), 1, 100);
        problems.range("/leaseRule/seconds", rule.seconds(), 10, 86_400);
        Integer extensions = rule.extensions();
        if (extensions != null) {
            problems.range("/leaseRule/extensions", extensions, 0, 10);
        }
    }

    private static void reviewRule(Problems problems, @Nullable ReviewRule rule) {
        if (rule != null) {
            problems.range("/reviewRule/auditRate", rule.auditRate(), 0, 1);
            problems.range("/reviewRule/appealDays", rule.appealDays(), 1, 90);
        }
    }

    private static void applications(Problems problems, @Nullable ApplicationRule rule) {
        if (rule == null) {
            return;
        }
        if (rule.from() != null && rule.until() != null && !rule.from().isBefore(rule.until())) {
            problems.add("/applications/until", rule.until(), "after from");
        }
        Integer places = rule.places();
        if (places != null) {
            problems.range("/applications/places", places, 1, 1_000);
        }
    }

    private static void names(
            Problems problems, String pointer, List<String> names, int most, Pattern pattern) {
        problems.range(pointer + " (size)", names.size(), 0, most);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            problems.matches(pointer + "/" + i, names.get(i), pattern);
            if (!seen.add(names.get(i))) {
                problems.add(pointer + "/" + i, names.get(i), "unique");
            }
        }
    }
}
