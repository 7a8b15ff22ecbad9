package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemFilesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__MACOSX/._photo.jpg",
                "set/__MACOSX/photo.jpg",
                "__macosx/a/b.jpg",
                "._photo.jpg",
                "set/._photo.jpg",
                "set\\._photo.jpg",
                ".DS_Store",
                "set/Thumbs.db",
                "set/THUMBS.DB",
                "desktop.ini",
                "set/@eaDir/photo.jpg/SYNOPHOTO_THUMB_M.jpg",
                "$RECYCLE.BIN/x.jpg",
                ".Trashes/photo.jpg",
                ".git/objects/ab"
            })
    void skipsWhatSystemsLeave(String name) {
        assertThat(SystemFiles.contains(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo.jpg",
                "./photo.jpg",
                "../photo.jpg",
                "a.b/photo.jpg",
                "my thumbs.db.jpg",
                "eaDir/photo.jpg",
                "set/_MACOSX.jpg",
                "a._b.jpg"
            })
    void keepsWhatPeopleSend(String name) {
        assertThat(SystemFiles.contains(name)).isFalse();
    }
}
