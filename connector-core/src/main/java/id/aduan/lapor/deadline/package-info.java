/**
 * Says on which day a case is due, and why on that day: working days (hari kerja), holidays, joint
 * leave (cuti bersama) and service levels (batas waktu), all of them data with a version.
 *
 * <p>Pure functions: nothing here asks for the time, and the same input gives the same day.
 */
@NullMarked
package id.aduan.lapor.deadline;

import org.jspecify.annotations.NullMarked;
