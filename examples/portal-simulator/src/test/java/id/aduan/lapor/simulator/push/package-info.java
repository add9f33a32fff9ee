@NullMarked
package id.aduan.lapor.simulator.push;

import org.jspecify.annotations.NullMarked;
