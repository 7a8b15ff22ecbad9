package io.assay.formats.data;

import io.assay.events.Answer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture that an entry is about: what the entry says of it, completed and held against what is
 * known of the picture itself.
 *
 * @param externalId as the entry says, else the picture's name
 * @param fileName with folders
 * @param ref {@code picture:SHA256} or a URL, where known
 * @param size where known
 */
public record Subject(
        String externalId, String fileName, @Nullable String ref, Optional<PictureSize> size) {

    private static final int MAX_SHOWN = 5;

    /**
     * What an entry says.
     *
     * @param externalId null if it says none
     * @param ref null if it says none
     * @param width null if it says none
     * @param height null if it says none
     */
    public record Said(
            @Nullable String externalId,
            @Nullable String ref,
            @Nullable Integer width,
            @Nullable Integer height) {

        /** Nothing but the path. */
        public static final Said NOTHING = new Said(null, null, null, null);

        private Said withoutRef() {
            return new Said(externalId, null, width, height);
        }
    }

    /**
     * Finds the picture.
     *
     * @throws BadEntry if it is not certain which one it is, or if it has another size
     */
    public static Subject of(PicturePath path, Said said, Pictures pictures) throws BadEntry {
        return of(path, path, said, pictures);
    }

    /**
     * The same.
     *
     * @param elsewhere the path as it is to be read if the pictures lie elsewhere
     */
    public static Subject of(PicturePath path, PicturePath elsewhere, Said said, Pictures pictures)
            throws BadEntry {
        if (said.ref != null) {
            PicturePath own = new PicturePath(List.of(said.ref), 0);
            if (pictures.find(own) instanceof Pictures.Match.Found found) {
                return found(elsewhere.text(), found, said);
            }
            return said.ref.startsWith("https://") && !pictures.mayLieAt(said.ref)
                    ? byPath(path, elsewhere, said.ref, said.withoutRef(), pictures)
                    : unknown(elsewhere, said);
        }
        return byPath(path, elsewhere, null, said, pictures);
    }

    private static Subject byPath(
            PicturePath path,
            PicturePath elsewhere,
            @Nullable String notAllowed,
            Said said,
            Pictures pictures)
            throws BadEntry {
        return switch (pictures.find(path)) {
            case Pictures.Match.Found found -> found(found.name(), found, said);
            case Pictures.Match.None(var similar) -> throw none(path, notAllowed, similar);
            case Pictures.Match.Several(var names) -> throw several(path, names);
            case Pictures.Match.Unknown() -> unknown(elsewhere, said);
        };
    }

    private static Subject unknown(PicturePath path, Said said) {
        String id = said.externalId == null ? path.text() : said.externalId;
        Optional<PictureSize> size =
                said.width == null || said.height == null
                        ? Optional.empty()
                        : Optional.of(new PictureSize(said.width, said.height));
        return new Subject(id, path.text(), said.ref, size);
    }

    private static Subject found(String name, Pictures.Match.Found found, Said said)
            throws BadEntry {
        PictureSize size = found.size();
        same("width", said.width, size.width());
        same("height", said.height, size.height());
        String id = said.externalId == null ? name : said.externalId;
        return new Subject(id, name, found.ref(), Optional.of(size));
    }

    private static void same(String what, @Nullable Integer said, int found) throws BadEntry {
        if (said != null && said != found) {
            throw BadEntry.unexpected(what, said, found + ", as uploaded");
        }
    }

    private static BadEntry none(
            PicturePath path, @Nullable String notAllowed, List<String> similar) {
        String upload =
                similar.isEmpty()
                        ? "one that you uploaded, there is none of that name"
                        : "one that you uploaded, of that name there is only " + shown(similar);
        return notAllowed == null
                ? BadEntry.unexpected("picture", path.text(), upload)
                : BadEntry.unexpected(
                        "picture",
                        notAllowed,
                        "an address on a host that the project allows, or " + upload);
    }

    private static BadEntry several(PicturePath path, List<String> names) {
        return BadEntry.unexpected(
                "picture",
                path.text(),
                "a path that is one upload's, it may be any of " + shown(names));
    }

    private static String shown(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MAX_SHOWN, names.size())));
        return names.size() <= MAX_SHOWN ? first : first + ", …";
    }

    public @Nullable Integer width() {
        return size.map(PictureSize::width).orElse(null);
    }

    public @Nullable Integer height() {
        return size.map(PictureSize::height).orElse(null);
    }

    /** With an answer, null if nothing is said of it. */
    public Labelled with(@Nullable Answer answer) {
        return new Labelled(externalId, fileName, ref, width(), height(), answer, null);
    }
}
