package io.assay.formats.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PicturePathTests {

    private static final String BEFORE = "up/";

    private static List<String> meant(String path, int loose, String... names) throws BadEntry {
        return PicturePath.of(path).loose(loose).among(List.of(names), BEFORE);
    }

    private static List<String> meant(String path, String... names) throws BadEntry {
        return meant(path, 0, names);
    }

    @Test
    void takesThePictureOfTheSameFolder() throws BadEntry {
        String[] uploads = {"up/cam1/0001.jpg", "up/cam2/0001.jpg"};

        assertThat(meant("cam1/0001.jpg", uploads)).containsExactly("up/cam1/0001.jpg");
        assertThat(meant("images/train/cam2/0001", uploads)).containsExactly("up/cam2/0001.jpg");
        assertThat(meant("Annotations/cam2/0001", uploads)).containsExactly("up/cam2/0001.jpg");
        assertThat(meant("/home/lab/cam1/0001.jpg", 2, uploads))
                .containsExactly("up/cam1/0001.jpg");
    }

    @Test
    void aNameThatSeveralFoldersHaveIsNotCertain() throws BadEntry {
        assertThat(meant("0001.jpg", "up/cam1/0001.jpg", "up/cam2/0001.jpg")).hasSize(2);
        assertThat(meant("0001", "up/0001.jpg", "up/0001.png")).hasSize(2);
    }

    @Test
    void aNameThatOneFolderHasIsEnough() throws BadEntry {
        assertThat(meant("0001.jpg", "up/cam1/0001.jpg")).containsExactly("up/cam1/0001.jpg");
        assertThat(meant("0001", "up/cam1/0001.jpg")).containsExactly("up/cam1/0001.jpg");
    }

    @Test
    void neverTakesThePictureOfAnotherFolder() throws BadEntry {
        assertThat(meant("cam1/0001.jpg", "up/cam2/0001.jpg")).isEmpty();
        assertThat(meant("cam1/0001.jpg", 1, "up/cam2/0001.jpg")).isEmpty();
        assertThat(meant("images/cam1/0001.jpg", "up/images/cam2/0001.jpg")).isEmpty();
        assertThat(meant("cam1/0001.jpg", "up/0001.jpg")).isEmpty();
        assertThat(meant("images/train/0001.jpg", "up/val/0001.jpg")).isEmpty();
        assertThat(meant("0001.jpg", "up/00010.jpg", "up/x0001.jpg")).isEmpty();
    }

    @Test
    void foldersThatWrapTheWholeFileDoNotCount() throws BadEntry {
        assertThat(meant("pets.v3/train/images/a.jpg", 1, "up/a.jpg")).containsExactly("up/a.jpg");
        assertThat(meant("x/a", 1, "up/a.jpg")).containsExactly("up/a.jpg");
        assertThat(PicturePath.wrapping(null, "a/b/c.xml")).containsExactly("a", "b");
        assertThat(PicturePath.wrapping(List.of("a", "b"), "a/d/c.xml")).containsExactly("a");
        assertThat(PicturePath.wrapping(List.of("a", "b"), "c.xml")).isEmpty();
    }

    @Test
    void conventionalFoldersDoNotCountUnlessTheyTellPicturesApart() throws BadEntry {
        assertThat(meant("images/train/a", "up/train/a.jpg", "up/valid/a.jpg"))
                .containsExactly("up/train/a.jpg");
        assertThat(meant("train/images/a", "up/train/a.jpg", "up/valid/a.jpg"))
                .containsExactly("up/train/a.jpg");
        assertThat(meant("images/val/a", "up/train/a.jpg", "up/valid/a.jpg"))
                .containsExactly("up/valid/a.jpg");
        assertThat(meant("images/train/a", "up/images/a.jpg")).containsExactly("up/images/a.jpg");
        assertThat(meant("images/a", "up/train/a.jpg", "up/valid/a.jpg")).hasSize(2);
    }

    @Test
    void pathsAreReadWhicheverWayTheyAreWritten() throws BadEntry {
        String[] uploads = {"up/cam1/a b.jpg"};

        assertThat(meant("cam1\\a b.jpg", uploads)).hasSize(1);
        assertThat(meant("./cam1//a b.jpg", uploads)).hasSize(1);
        assertThat(meant("x/../cam1/a b.jpg", uploads)).hasSize(1);
        assertThat(meant("C:\\cam1\\a b.jpg", uploads)).hasSize(1);
        assertThat(meant("CAM1/A B.JPG", uploads)).hasSize(1);
        assertThat(meant("cafe\u0301.jpg", "up/caf\u00e9.jpg")).hasSize(1);
        assertThatThrownBy(() -> PicturePath.of("./../")).isInstanceOf(BadEntry.class);
    }

    @Test
    void upperAndLowerCaseCountWhereBothAreThere() throws BadEntry {
        assertThat(meant("a.jpg", "up/a.jpg", "up/A.jpg")).containsExactly("up/a.jpg");
    }

    @Test
    void dotsWithinANameAreNoEnding() throws BadEntry {
        assertThat(meant("shot.2024.05.17", "up/shot.2024.05.17.jpg")).hasSize(1);
        assertThat(meant("shot.2024.05", "up/shot.2024.jpg")).isEmpty();
        assertThat(PicturePath.key("a/shot.2024.05.17.JPG")).isEqualTo("shot.2024.05.17");
    }

    @Test
    void anotherEndingIsAnotherPicture() throws BadEntry {
        assertThat(meant("a.jpg", "up/a.png")).isEmpty();
    }
}
