@NullMarked
package id.aduan.lapor.simulator.generate;

import org.jspecify.annotations.NullMarked;
