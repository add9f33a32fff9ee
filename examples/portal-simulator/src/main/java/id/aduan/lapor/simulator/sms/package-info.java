/** Reports by text message to 1708, and what the reporter is sent back. */
@NullMarked
package id.aduan.lapor.simulator.sms;

import org.jspecify.annotations.NullMarked;
