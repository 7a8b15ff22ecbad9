package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.Table;
import io.assay.load.chaos.Chaos;
import io.assay.load.chaos.ChaosOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short form of {@code ./assay chaos}. */
@ExtendWith(Platform.Extension.class)
@Order(2)
class ChaosIT {

    private static final long SEED = 20_26;

    @Test
    void whatMustBeTrueIsTrueAfterKillsDuplicatesAndPoison(Platform platform) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        List<Check> checks = new Chaos(out, platform.target(), ChaosOptions.brief(SEED)).run();

        assertThat(Table.allHold(checks))
                .as(Table.of("seed " + SEED, checks) + "\n" + said)
                .isTrue();
    }
}
