/**
 * What an adapter and the engine make of a connection that is cut at every byte: a test to extend,
 * and the rig that it runs on.
 */
@NullMarked
package id.aduan.lapor.testkit.cut;

import org.jspecify.annotations.NullMarked;
