package io.assay.task.importing;

import io.assay.formats.data.PicturePath;
import io.assay.formats.data.PictureSize;
import io.assay.formats.data.Pictures;
import io.assay.task.picture.MongoPictures;
import io.assay.task.picture.Picture;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The uploads of a requester, by the names that the entries of an annotation format use. */
final class UploadedPictures implements Pictures {

    /** Most of one base name that are looked at. */
    private static final int MAX_PICTURES = 1_000;

    private static final int MAX_SHOWN = 20;

    private final MongoPictures pictures;
    private final String ownerId;
    private final String before;
    private final List<String> allowedHosts;

    /**
     * @param before what the names of those begin with that are meant
     * @param allowedHosts where pictures may lie that were not uploaded
     */
    UploadedPictures(
            MongoPictures pictures, String ownerId, String before, List<String> allowedHosts) {
        this.pictures = pictures;
        this.ownerId = ownerId;
        this.before = before;
        this.allowedHosts = allowedHosts;
    }

    @Override
    public boolean mayLieAt(String url) {
        return PictureUrls.isOnOneOf(allowedHosts, url);
    }

    @Override
    public Match find(PicturePath path) {
        Optional<Match> exact = exact(path);
        if (exact.isPresent()) {
            return exact.get();
        }
        Match found = similar(path);
        return found instanceof Match.None
                ? unescaped(path).map(this::similar).orElse(found)
                : found;
    }

    /** By its reference or its whole name, which is quick and holds for any number of names. */
    private Optional<Match> exact(PicturePath path) {
        String text = path.text();
        List<String> refs = List.of(text, before + text);
        Map<String, Picture> referred = pictures.referred(refs, ownerId);
        boolean isRef = text.startsWith(Picture.REF);
        Picture picture = referred.get(isRef ? text : before + text);
        return Optional.ofNullable(picture).map(found -> found(text, found));
    }

    private Match similar(PicturePath path) {
        Map<String, String> called = pictures.called(ownerId, path.key(), before, MAX_PICTURES);
        List<String> meant = path.among(called.keySet(), before);
        if (meant.isEmpty()) {
            return new Match.None(some(called.keySet()));
        }
        if (meant.size() > 1 || called.size() == MAX_PICTURES) {
            return new Match.Several(some(meant));
        }
        String name = meant.getFirst();
        String hash = Objects.requireNonNull(called.get(name), name);
        Picture picture = pictures.owned(List.of(hash), ownerId).get(hash);
        return picture == null
                ? new Match.None(List.of())
                : found(name.substring(before.length()), picture);
    }

    private static Match found(String name, Picture picture) {
        return new Match.Found(
                name, picture.ref(), new PictureSize(picture.width(), picture.height()));
    }

    private static List<String> some(Collection<String> names) {
        return names.stream().limit(MAX_SHOWN).toList();
    }

    /** Some tools write names as addresses have them. */
    private static Optional<PicturePath> unescaped(PicturePath path) {
        if (path.text().indexOf('%') < 0) {
            return Optional.empty();
        }
        try {
            List<String> steps =
                    path.steps().stream()
                            .map(step -> step.replace("+", "%2B"))
                            .map(step -> URLDecoder.decode(step, StandardCharsets.UTF_8))
                            .toList();
            return Optional.of(new PicturePath(steps, path.loose()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
