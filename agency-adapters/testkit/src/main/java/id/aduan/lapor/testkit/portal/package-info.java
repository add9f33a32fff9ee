/**
 * What everything promises that speaks to the portal, as tests: whoever writes a further generation
 * of its wire extends these.
 */
@NullMarked
package id.aduan.lapor.testkit.portal;

import org.jspecify.annotations.NullMarked;
