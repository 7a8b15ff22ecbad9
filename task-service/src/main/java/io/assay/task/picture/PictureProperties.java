package io.assay.task.picture;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param directory where uploaded pictures are kept; all instances have to share it
 */
@ConfigurationProperties("assay.blobs")
record PictureProperties(Path directory) {}
