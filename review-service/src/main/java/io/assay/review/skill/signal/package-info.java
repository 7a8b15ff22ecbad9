/**
 * What is conspicuous about a worker's answers. Pure functions; each is a test against what honest
 * work looks like, with a stated chance of being wrong, and none of them decides anything: they
 * lead to more gold, and then to a person.
 */
@NullMarked
package io.assay.review.skill.signal;

import org.jspecify.annotations.NullMarked;
