package io.assay.task.project;

import io.assay.task.picture.MongoPictures;
import io.assay.task.picture.Picture;
import io.assay.web.MarkdownPictures;
import io.assay.web.SignedPictures;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pictures that guidelines show: the requester's own uploads, or on other hosts. */
final class GuidelinePictures {

    private final MongoPictures pictures;

    GuidelinePictures(MongoPictures pictures) {
        this.pictures = pictures;
    }

    /** Uploads that the requester did not bring: whoever knows a hash is shown nothing for it. */
    List<FieldProblem> problems(String requesterId, String guideline) {
        List<String> uploads =
                MarkdownPictures.in(guideline).stream()
                        .filter(ref -> ref.startsWith(Picture.REF))
                        .toList();
        Set<String> owned = pictures.referred(uploads, requesterId).keySet();
        Problems problems = new Problems();
        uploads.stream()
                .filter(ref -> !owned.contains(ref))
                .forEach(ref -> problems.add("/guideline (picture)", ref, "an upload of your own"));
        return problems.found();
    }

    /** From now on they can be looked at. */
    void keep(String guideline) {
        pictures.keepLinked(
                MarkdownPictures.in(guideline).stream()
                        .filter(SignedPictures::isElsewhere)
                        .collect(Collectors.toSet()));
    }
}
