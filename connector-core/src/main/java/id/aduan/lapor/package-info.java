/** The front door: a connector is built, started and closed. */
@NullMarked
package id.aduan.lapor;

import org.jspecify.annotations.NullMarked;
