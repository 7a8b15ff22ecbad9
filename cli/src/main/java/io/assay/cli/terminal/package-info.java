/** What a terminal shows while a command runs. */
@org.jspecify.annotations.NullMarked
package io.assay.cli.terminal;
