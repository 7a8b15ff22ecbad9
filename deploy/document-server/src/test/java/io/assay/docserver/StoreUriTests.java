package io.assay.docserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StoreUriTests {

    @Test
    void putsTheDatabaseBeforeTheOptions() {
        assertThat(StoreUri.withDatabase("mongodb://h:1/?w=majority", "d"))
                .isEqualTo("mongodb://h:1/d?w=majority");
        assertThat(StoreUri.withDatabase("mongodb://h:1?w=majority", "d"))
                .isEqualTo("mongodb://h:1/d?w=majority");
    }

    @Test
    void replacesTheDatabase() {
        assertThat(StoreUri.withDatabase("mongodb+srv://h/other", "d"))
                .isEqualTo("mongodb+srv://h/d");
    }

    @Test
    void checksNamesWhereItDidBefore() {
        assertThat(StoreUri.withDatabase("mongodb://u:p@h1:1,h2:2/", "d"))
                .isEqualTo("mongodb://u:p@h1:1,h2:2/d?authSource=admin");
        assertThat(StoreUri.withDatabase("mongodb://u:p@h/?authSource=x&tls=true", "d"))
                .isEqualTo("mongodb://u:p@h/d?authSource=x&tls=true");
    }

    @Test
    void refusesOtherFormsWithoutRepeatingThem() {
        assertThatThrownBy(() -> StoreUri.withDatabase("postgres://u:secret@h", "d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: mongodb://")
                .hasMessageNotContaining("secret");
    }
}
