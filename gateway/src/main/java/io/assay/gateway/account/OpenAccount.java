package io.assay.gateway.account;

import io.assay.gateway.access.Role;
import io.assay.web.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Opens an account for a person. */
@Component
class OpenAccount {

    private final MongoAccounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpenAccount(MongoAccounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Fails with 422 if a rule is broken, and with 409 if the username is taken. */
    Account open(String name, String password, Set<Role> roles) {
        String username = AccountRules.normalised(name);
        AccountRules.fault(username, password)
                .ifPresent(
                        fault -> {
                            throw Problem.of(
                                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid-account", fault);
                        });
        if (accounts.findByUsername(username).isPresent()) {
            throw taken();
        }
        Account account =
                new Account(
                        newId(), username, encode(password), roles, false, null, clock.instant());
        if (!accounts.insert(account)) {
            throw taken();
        }
        return account;
    }

    private String encode(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash of the password");
        }
        return hash;
    }

    private static RuntimeException taken() {
        return Problem.of(
                HttpStatus.CONFLICT, "username-taken", "This username is taken; choose another.");
    }

    private String newId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
