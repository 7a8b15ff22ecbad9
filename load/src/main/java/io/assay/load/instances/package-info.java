/** Several instances of assignment-service, one of them killed under load: the proof. */
@org.jspecify.annotations.NullMarked
package io.assay.load.instances;
