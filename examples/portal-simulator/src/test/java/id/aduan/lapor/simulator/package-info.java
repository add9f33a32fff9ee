@NullMarked
package id.aduan.lapor.simulator;

import org.jspecify.annotations.NullMarked;
