/**
 * What adapters that speak HTTP share: where the system is, how it is entered, what it calls a
 * time.
 */
@NullMarked
package id.aduan.lapor.agency.wire;

import org.jspecify.annotations.NullMarked;
