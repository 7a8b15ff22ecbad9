package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import io.assay.load.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From sign-up to pay and publication, all through the gateway, with a small crowd. */
@ExtendWith(Platform.Extension.class)
@Order(1)
class HappyPathIT {

    @Test
    void everythingAddsUp(Platform platform) throws Exception {
        List<Picture> pictures = DrawnPictures.draw(80, List.of("cat", "dog", "house", "tree"), 11);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Demo demo =
                new Demo(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        platform.accounts(),
                        platform.target().opsPassword(),
                        new Demo.Options(10, Duration.ofMillis(40), 11));

        boolean addsUp = demo.run(pictures);

        assertThat(addsUp).as(said.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
