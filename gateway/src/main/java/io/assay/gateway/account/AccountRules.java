package io.assay.gateway.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a username and a password must look like. */
final class AccountRules {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    private static final int MIN_LENGTH = 10;

    /** bcrypt reads no further. */
    private static final int MAX_BYTES = 72;

    private AccountRules() {}

    /** Usernames differ without regard to case. */
    static String normalised(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong, or empty if nothing is. */
    static Optional<String> fault(String username, String password) {
        if (!USERNAME.matcher(username).matches()) {
            return Optional.of(
                    "username: (expected: 3 to 40 of a-z, 0-9, '.', '_', '-', the first a letter or"
                            + " digit)");
        }
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of("password: (expected: at least " + MIN_LENGTH + " characters)");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("password: (expected: at most " + MAX_BYTES + " bytes)");
        }
        if (password.toLowerCase(Locale.ROOT).equals(username)) {
            return Optional.of("password: (expected: another than the username)");
        }
        return Optional.empty();
    }
}
