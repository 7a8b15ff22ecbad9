package io.assay.gateway.account;

import io.assay.gateway.access.Role;
import io.assay.gateway.proxy.PersonalData;
import io.assay.gateway.revocation.Revocations;
import io.assay.web.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What happens to an account after it was opened. Each first changes the account and then ends its
 * tokens and sessions; if the store fails in between, it fails, and a repeat does the rest.
 */
@Component
class ManageAccount {

    /**
     * Told once, to operations.
     *
     * @param until when it no longer lets anybody in
     */
    record OneTimePassword(String password, Instant until) {}

    private final MongoAccounts accounts;
    private final PasswordEncoder passwords;
    private static final Duration ONE_TIME_VALID = Duration.ofDays(3);

    /** Without what is mistaken for another when it is read out. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final Revocations revocations;
    private final PersonalData personalData;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ManageAccount(
            MongoAccounts accounts,
            PasswordEncoder passwords,
            Revocations revocations,
            PersonalData personalData,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.revocations = revocations;
        this.personalData = personalData;
        this.clock = clock;
    }

    Account find(String id) {
        return accounts.find(id).orElseThrow(ManageAccount::notFound);
    }

    Account findByUsername(String username) {
        return accounts.findByUsername(AccountRules.normalised(username))
                .orElseThrow(ManageAccount::notFound);
    }

    /** Nobody signs in with it any more, and who has ends. */
    Account disable(String id) {
        accounts.setDisabled(id, true);
        Account account = find(id);
        revocations.end(id);
        return account;
    }

    /** It may be signed in to again; what was ended stays so. */
    Account enable(String id) {
        accounts.setDisabled(id, false);
        return find(id);
    }

    void signOut(String id) {
        revocations.end(find(id).id());
    }

    /** Fails with 422 if the password breaks a rule. */
    void resetPassword(String id, String password) {
        set(find(id), password);
        revocations.end(id);
    }

    /** A password that lets the person in to choose another, and to nothing else. */
    OneTimePassword oneTimePassword(String id) {
        Account account = find(id);
        String password = randomPassword();
        Instant until = clock.instant().plus(ONE_TIME_VALID);
        accounts.setPassword(account.id(), hash(password), until);
        revocations.end(id);
        return new OneTimePassword(password, until);
    }

    /** Some 79 bits, in groups that can be read out. */
    private String randomPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /**
     * Fails with 403 if the current password is another, with 404 if the caller is a program, and
     * with 422 if the new one breaks a rule.
     */
    void changePassword(String id, String current, String password) {
        Account account = find(id);
        if (!account.mayBeSignedInTo(clock.instant())
                || !passwords.matches(current, account.passwordHash())) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN, "wrong-password", "The current password is another.");
        }
        if (account.mustChangePassword() && current.equals(password)) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-account",
                    "password: (expected: another than the one-time password)");
        }
        set(account, password);
        revocations.signOut(id);
    }

    /**
     * Removes what is known of the person: name, password, and what they said when they applied as
     * a worker. Their id stays in labels and journal, and names nobody any more. Fails with 403 if
     * the password is another, with 404 if the caller is a program, with 409 for operations, who
     * have to be removed by somebody else, and with 503 if not all can be removed now.
     *
     * @param token of the account
     */
    void delete(String id, String password, String token) {
        Account account = find(id);
        if (!passwords.matches(password, account.passwordHash())) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN, "wrong-password", "The current password is another.");
        }
        if (account.roles().contains(Role.OPS)) {
            throw Problem.of(
                    HttpStatus.CONFLICT, "own-account", "Somebody else has to disable yours.");
        }
        if (account.roles().contains(Role.WORKER)) {
            personalData.forget(id, token);
        }
        // first, as a repeat would find no account whose tokens it could end
        revocations.signOut(id);
        accounts.remove(id);
    }

    private void set(Account account, String password) {
        AccountRules.fault(account.username(), password)
                .ifPresent(
                        fault -> {
                            throw Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid-account", fault);
                        });
        accounts.setPassword(account.id(), hash(password), null);
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "account-not-found", "There is no such account.");
    }
}
