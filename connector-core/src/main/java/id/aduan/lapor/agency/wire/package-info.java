/** What adapters that speak HTTP share: where the system is, and what its answers prove. */
@NullMarked
package id.aduan.lapor.agency.wire;

import org.jspecify.annotations.NullMarked;
