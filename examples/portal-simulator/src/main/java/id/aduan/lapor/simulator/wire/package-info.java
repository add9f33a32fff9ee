/**
 * The portal's v3 interface as its clients see it: JSON, multipart, two headers, Laravel paging.
 */
@NullMarked
package id.aduan.lapor.simulator.wire;

import org.jspecify.annotations.NullMarked;
