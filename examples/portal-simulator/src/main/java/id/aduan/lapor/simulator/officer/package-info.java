/** Admins and reporters who act by themselves, so that a developer sees life. */
@NullMarked
package id.aduan.lapor.simulator.officer;

import org.jspecify.annotations.NullMarked;
