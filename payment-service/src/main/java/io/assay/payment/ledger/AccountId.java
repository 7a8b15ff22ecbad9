package io.assay.payment.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an account: {@code project:{id}:funding}, {@code project:{id}:budget}, {@code
 * project:{id}:reserved}, {@code project:{id}:released} or {@code worker:{id}:held:{yyyy-mm-dd}}.
 *
 * <p>What a worker earns is kept apart by the day from which it may be paid out, so that the
 * available part of a balance is a sum of whole accounts and needs no look at single earnings.
 */
public record AccountId(@JsonValue String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<owner>project:[A-Za-z0-9_-]{1,64}):(?<kind>funding|budget|reserved|released)"
                            + "|(?<worker>worker:[A-Za-z0-9_-]{1,64}):held:(?<day>\\d{4}-\\d\\d-\\d\\d)");

    /**
     * @throws IllegalArgumentException if this is not the name of an account
     */
    @JsonCreator
    public AccountId {
        match(value);
    }

    public static AccountId funding(String projectId) {
        return ofProject(projectId, AccountKind.FUNDING);
    }

    public static AccountId budget(String projectId) {
        return ofProject(projectId, AccountKind.BUDGET);
    }

    public static AccountId reserved(String projectId) {
        return ofProject(projectId, AccountKind.RESERVED);
    }

    public static AccountId released(String projectId) {
        return ofProject(projectId, AccountKind.RELEASED);
    }

    /**
     * @param availableFrom the UTC day on which the hold ends
     */
    public static AccountId held(String workerId, LocalDate availableFrom) {
        return new AccountId(ownerWorker(workerId) + ":held:" + availableFrom);
    }

    /** What {@link #owner()} says of a project's accounts. */
    public static String ownerProject(String projectId) {
        return "project:" + projectId;
    }

    /** What {@link #owner()} says of a worker's accounts. */
    public static String ownerWorker(String workerId) {
        return "worker:" + workerId;
    }

    /** {@code project:{id}} or {@code worker:{id}}: balances are read by owner. */
    public String owner() {
        return value.substring(0, value.indexOf(':', value.indexOf(':') + 1));
    }

    public AccountKind kind() {
        String kind = match(value).group("kind");
        return kind == null ? AccountKind.HELD : AccountKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    /**
     * The UTC day on which the hold of this account ends.
     *
     * @throws IllegalStateException if this is not a {@link AccountKind#HELD} account
     */
    public LocalDate availableFrom() {
        String day = match(value).group("day");
        if (day == null) {
            throw new IllegalStateException("account: " + value + " (expected: a held account)");
        }
        return LocalDate.parse(day);
    }

    @Override
    public String toString() {
        return value;
    }

    private static AccountId ofProject(String projectId, AccountKind kind) {
        return new AccountId(ownerProject(projectId) + ":" + kind.name().toLowerCase(Locale.ROOT));
    }

    private static Matcher match(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "account: " + value + " (expected: project:ID:KIND or worker:ID:held:DAY)");
        }
        return matcher;
    }
}
