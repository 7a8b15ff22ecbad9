package io.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightTests {

    @Test
    void namesThePortInUseAndHowToMoveIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(Map.of("task-service", taken.getLocalPort()));

            assertThatThrownBy(() -> Preflight.checkPorts(ports))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("task-service")
                    .hasMessageContaining("ASSAY_PORT_TASK_SERVICE");
        }
    }

    @Test
    void acceptsFreePorts() {
        Ports ports = Ports.free(List.of("kafka", "gateway"));

        assertThatCode(() -> Preflight.checkPorts(ports)).doesNotThrowAnyException();
        assertThat(ports.of("kafka")).isNotEqualTo(ports.of("gateway"));
    }

    @Test
    void takesPortsFromTheEnvironment() {
        Ports ports = Ports.standard(Map.of("ASSAY_PORT_KAFKA", "19092"));

        assertThat(ports.of(Component.KAFKA)).isEqualTo(19092);
        assertThat(ports.of(Component.GATEWAY)).isEqualTo(8080);
        assertThat(ports.of(Ports.GATEWAY_MANAGEMENT)).isEqualTo(8090);
    }

    @Test
    void refusesPortsThatAreNone() {
        assertThatThrownBy(() -> Ports.standard(Map.of("ASSAY_PORT_KAFKA", "99999")))
                .isInstanceOf(UsageError.class)
                .hasMessage("ASSAY_PORT_KAFKA: 99999 (expected: 1 to 65535)");
    }
}
