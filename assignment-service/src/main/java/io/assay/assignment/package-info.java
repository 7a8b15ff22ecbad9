/** Workers, dispatch, leases and labels: hands open tasks to workers and takes their answers. */
@NullMarked
package io.assay.assignment;

import org.jspecify.annotations.NullMarked;
