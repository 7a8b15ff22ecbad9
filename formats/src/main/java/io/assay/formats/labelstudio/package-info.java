/** Label Studio's JSON, in hundredths of a picture's size. */
@org.jspecify.annotations.NullMarked
package io.assay.formats.labelstudio;
