/** How tests tell what really happened to what they test. */
@NullMarked
package id.aduan.lapor.faults;

import org.jspecify.annotations.NullMarked;
