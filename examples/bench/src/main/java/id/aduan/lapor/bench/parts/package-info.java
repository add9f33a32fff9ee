/** The parts of the job alone, to hold the whole against: server, client, disk, and code. */
@NullMarked
package id.aduan.lapor.bench.parts;

import org.jspecify.annotations.NullMarked;
