/**
 * Reports from below: what a local system took from a person, and how it becomes a complaint of the
 * portal. The steps themselves are taken by the engine.
 */
@NullMarked
package id.aduan.lapor.filing;

import org.jspecify.annotations.NullMarked;
