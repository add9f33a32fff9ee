package id.aduan.lapor.portal.export;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as a workbook writes them: {@code 8400001.0} and {@code 8.400001E6} are ids. */
final class Numbers {
  private static final int CHARACTERS_MAX = 30;
  private static final int SCALE_MAX = 30;

  private Numbers() {}

  static Optional<BigDecimal> of(String text) {
    String plain = text.strip();
    if (plain.length() > CHARACTERS_MAX) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(plain);
      return Math.abs(number.scale()) > SCALE_MAX ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As people write it, without an exponent or an empty fraction; else the text itself. */
  static String plain(String text) {
    return of(text)
        .map(number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
        .orElse(text);
  }
}
