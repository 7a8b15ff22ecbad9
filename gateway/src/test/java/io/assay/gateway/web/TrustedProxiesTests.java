package io.assay.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTests {

    private final TrustedProxies proxies =
            new TrustedProxies(List.of("10.1.0.0/16", "192.0.2.4", "2001:db8::/33"));

    @ParameterizedTest
    @CsvSource({
        "10.1.255.3, true",
        "10.2.0.1, false",
        "192.0.2.4, true",
        "192.0.2.5, false",
        "2001:db8:7fff::1, true",
        "2001:db8:8000::1, false",
        "::ffff:10.1.0.1, true",
        "not an address, false"
    })
    void trustsItsRangesAlone(String address, boolean trusted) {
        assertThat(proxies.trusts(address)).isEqualTo(trusted);
    }

    @Test
    void trustsNobodyByDefault() {
        TrustedProxies nobody = new TrustedProxies(List.of());

        assertThat(nobody.isEmpty()).isTrue();
        assertThat(nobody.trusts("127.0.0.1")).isFalse();
        assertThat(nobody.client("127.0.0.1", "203.0.113.1")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.0.1 | 203.0.113.1 | 203.0.113.1",
                "10.1.0.1 | 198.51.100.9, 203.0.113.1 | 203.0.113.1",
                "10.1.0.1 | 203.0.113.1, 192.0.2.4 | 203.0.113.1",
                "203.0.113.7 | 10.1.0.1 | 203.0.113.7",
                "10.1.0.1 | nonsense, 192.0.2.4 | 192.0.2.4",
                "10.1.0.1 | nonsense | 10.1.0.1"
            })
    void believesTheLastAddressThatNoProxyOfOursHas(String peer, String forwarded, String client) {
        assertThat(proxies.client(peer, forwarded)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "/8"})
    void refusesWhatIsNoRange(String range) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(range)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(range);
    }
}
