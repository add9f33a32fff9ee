/** What the code of the way from a message to an agency's request costs, by JMH. */
@NullMarked
package id.aduan.lapor.bench.code;

import org.jspecify.annotations.NullMarked;
