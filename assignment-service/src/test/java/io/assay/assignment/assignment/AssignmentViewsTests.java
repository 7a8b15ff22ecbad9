package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.assignment.Assignment.Lease;
import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.events.Answer;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Money;
import io.assay.events.ReturnReason;
import io.assay.events.Tool;
import io.assay.web.SignedPictures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How long a worker can look at the picture of an assignment. */
class AssignmentViewsTests {

    private static final Instant LEASED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant EXPIRES_AT = LEASED_AT.plusSeconds(600);
    private static final Instant MONTH_LATER = LEASED_AT.plus(Duration.ofDays(30));
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Pattern EXPIRY = Pattern.compile("exp=(\\d+)");

    @Test
    void isAsLongAsTheLeaseAndALittleWhileItIsUnanswered() {
        Instant until = EXPIRES_AT.plus(GRACE);

        assertThat(expiry(LEASED_AT, new Assignment.Leased(lease()))).isEqualTo(until);
        assertThat(expiry(MONTH_LATER, new Assignment.Leased(lease()))).isEqualTo(until);
        assertThat(expiry(MONTH_LATER, returned(ReturnReason.SKIPPED))).isEqualTo(until);
        assertThat(expiry(MONTH_LATER, returned(ReturnReason.EXPIRED))).isEqualTo(until);
    }

    @Test
    void isAnHourAtLeastOnceItIsAnswered() {
        assertThat(expiry(MONTH_LATER, answered()))
                .isBetween(
                        MONTH_LATER.plus(Duration.ofHours(1)),
                        MONTH_LATER.plus(Duration.ofHours(2)));
    }

    @Test
    void isOneLinkForAnHourSoThatABrowserLoadsItOnce() {
        assertThat(url(MONTH_LATER, answered()))
                .isEqualTo(url(MONTH_LATER.plusSeconds(3_599), answered()))
                .isNotEqualTo(url(MONTH_LATER.plusSeconds(3_600), answered()));
    }

    @Test
    void isByOurOwnLinkWhereverThePictureLies() {
        assertThat(url(LEASED_AT, answered()))
                .startsWith("/v1/pictures/")
                .doesNotContain("example");
    }

    private static Instant expiry(Instant now, Assignment assignment) {
        Matcher matcher = EXPIRY.matcher(url(now, assignment));
        assertThat(matcher.find()).isTrue();
        return Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
    }

    private static String url(Instant now, Assignment assignment) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        SignedPictures pictures = new SignedPictures("a secret that only tests know", clock);
        return new AssignmentViews(pictures, clock).view(assignment).media().url();
    }

    private static Assignment answered() {
        return new Assignment.Answered(
                lease(), new Submission.Label(new Answer.Category("cat")), LEASED_AT);
    }

    private static Assignment returned(ReturnReason reason) {
        return new Assignment.Returned(lease(), reason, LEASED_AT);
    }

    private static Lease lease() {
        return new Lease(
                "t",
                "p",
                "w",
                0,
                new LeaseTerms(1, new Money(150, "INR"), 1, 1_000, 1),
                new Media("image", "https://example.org/a.png", null, null, null),
                Tool.CATEGORY,
                null,
                LEASED_AT,
                EXPIRES_AT);
    }
}
