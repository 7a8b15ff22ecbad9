package io.assay.gateway.account;

import io.assay.gateway.access.Role;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Accounts as the rest of the gateway sees them. */
@Component
public class AccountDirectory implements UserDetailsService {

    private final MongoAccounts accounts;
    private final Clock clock;

    AccountDirectory(MongoAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The principal's name is the account's id, so that it becomes the token's {@code sub}. Who has
     * to choose another password first has no role until then.
     */
    @Override
    public UserDetails loadUserByUsername(String username) {
        Account account =
                accounts.findByUsername(AccountRules.normalised(username))
                        // as if there were none: whoever tries sees no difference
                        .filter(found -> found.mayBeSignedInTo(clock.instant()))
                        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        String[] authorities =
                account.mustChangePassword()
                        ? new String[0]
                        : account.roles().stream().map(Role::authority).toArray(String[]::new);
        return User.withUsername(account.id())
                .password(account.passwordHash())
                .authorities(authorities)
                .build();
    }

    /** The username behind a token's {@code sub}; empty for a program. */
    public Optional<String> usernameOf(String id) {
        return accounts.find(id).map(Account::username);
    }

    /** Whether the account's password is to be changed before anything else. */
    public boolean mustChangePassword(String id) {
        return accounts.find(id).map(Account::mustChangePassword).orElse(false);
    }

    /** Whether the account was disabled; false for whom there is none. */
    public boolean isDisabled(String id) {
        return accounts.find(id).map(Account::disabled).orElse(false);
    }
}
