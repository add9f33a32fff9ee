/**
 * For authors of agency adapters: {@link id.aduan.lapor.testkit.AgencyAdapterContract} says by its
 * tests what an adapter promises, and {@link id.aduan.lapor.testkit.FaultyHttpServer} misbehaves on
 * demand in front of a fake of the agency's system.
 */
@NullMarked
package id.aduan.lapor.testkit;

import org.jspecify.annotations.NullMarked;
