package io.assay.gateway.account;

import io.assay.gateway.access.Role;
import io.assay.gateway.revocation.Revocations;
import io.assay.web.Problem;
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

    private final MongoAccounts accounts;
    private final PasswordEncoder passwords;
    private final Revocations revocations;

    ManageAccount(MongoAccounts accounts, PasswordEncoder passwords, Revocations revocations) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.revocations = revocations;
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

    /**
     * Fails with 403 if the current password is another, with 404 if the caller is a program, and
     * with 422 if the new one breaks a rule.
     */
    void changePassword(String id, String current, String password) {
        Account account = find(id);
        if (account.disabled() || !passwords.matches(current, account.passwordHash())) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN, "wrong-password", "The current password is another.");
        }
        set(account, password);
        revocations.signOut(id);
    }

    /**
     * Removes what is known of the person: name and password. Their id stays in labels and journal,
     * and names nobody any more. Fails with 403 if the password is another, with 404 if the caller
     * is a program, and with 409 for operations, who have to be removed by somebody else.
     */
    void delete(String id, String password) {
        Account account = find(id);
        if (!passwords.matches(password, account.passwordHash())) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN, "wrong-password", "The current password is another.");
        }
        if (account.roles().contains(Role.OPS)) {
            throw Problem.of(
                    HttpStatus.CONFLICT, "own-account", "Somebody else has to disable yours.");
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
        accounts.setPassword(account.id(), Objects.requireNonNull(passwords.encode(password)));
    }

    private static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "account-not-found", "There is no such account.");
    }
}
