package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BadRowTests {

    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(BadRow.visible("a\r\nb\u001B[31m\0\u009B é 图"))
                .isEqualTo("a\u240D\u240Ab\u241B[31m\u2400\u2421 é 图");
    }
}
