package io.assay.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTests {

    private static final String PASSWORD = "correct horse";

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a-b.c_d", "7of9", "x23456789012345678901234567890123456789y"})
    void acceptsUsernames(String username) {
        assertThat(AccountRules.fault(username, PASSWORD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-ab", "a b", "a/b", "é23", "Abc", "a\nb", "../etc"})
    void refusesUsernames(String username) {
        assertThat(AccountRules.fault(username, PASSWORD))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("username:"));
    }

    @ParameterizedTest
    @CsvSource({"asha,short-one", "longusername,longusername", "asha,''"})
    void refusesWeakPasswords(String username, String password) {
        assertThat(AccountRules.fault(username, password))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("password:"));
    }

    @Test
    void refusesAPasswordThatWouldBeCutOff() {
        assertThat(AccountRules.fault("asha", "x".repeat(72))).isEmpty();
        assertThat(AccountRules.fault("asha", "x".repeat(73))).isPresent();
        assertThat(AccountRules.fault("asha", "हिन्दी".repeat(5))).isPresent();
    }

    @Test
    void tellsUsernamesApartWithoutCase() {
        assertThat(AccountRules.normalised(" Asha.K ")).isEqualTo("asha.k");
    }
}
