/**
 * Kills, duplicates and poison while a crowd works, and then the statements that must be true,
 * always. Looks behind the API only to do harm, and to read the topics as a witness.
 */
@org.jspecify.annotations.NullMarked
package io.assay.load.chaos;
