@NullMarked
package id.aduan.lapor.bench.load;

import org.jspecify.annotations.NullMarked;
