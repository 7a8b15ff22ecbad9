/**
 * A document server that speaks MongoDB's wire protocol, for desks and tests: {@code
 * mongo-java-server} with equality indexes that are really used.
 */
@NullMarked
package io.assay.docserver;

import org.jspecify.annotations.NullMarked;
