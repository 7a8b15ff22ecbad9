package io.assay.task.picture;

import io.assay.web.SignedPictures;

/**
 * A picture on another host that a task or a guideline shows.
 *
 * @param id 64 hexadecimal digits that follow from the address, as a link to it has them
 */
record LinkedPicture(String id, String url) {

    static LinkedPicture of(String url) {
        return new LinkedPicture(SignedPictures.nameOf(url), url);
    }
}
