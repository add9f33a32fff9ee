package id.aduan.lapor.simulator.fault;

import java.util.regex.Pattern;

/**
 * Something that can be said about a fault.
 *
 * @param allowed what its whole text must match
 * @param otherwise its text when nothing is said
 */
public record Parameter(String name, Pattern allowed, String otherwise, String meaning) {
  static final String DURATION = "-?PT(?=\\d)(\\d{1,4}H)?(\\d{1,4}M)?(\\d{1,5}S)?";

  static Parameter of(String name, String allowed, String otherwise, String meaning) {
    return new Parameter(name, Pattern.compile(allowed), otherwise, meaning);
  }
}
