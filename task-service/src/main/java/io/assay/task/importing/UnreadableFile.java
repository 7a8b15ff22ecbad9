package io.assay.task.importing;

import java.io.IOException;

/** Something is wrong with the file as a whole: sending it again would not help. */
final class UnreadableFile extends IOException {

    UnreadableFile(String reason) {
        super(reason);
    }

    UnreadableFile(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return BadRow.visible(String.valueOf(getMessage()));
    }
}
