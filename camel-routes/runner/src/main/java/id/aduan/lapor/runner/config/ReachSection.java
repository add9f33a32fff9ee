package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the portal reaches an agency: {@code agencies.CODE.reach} and the key beside it (TRM-04). */
final class ReachSection {
  static final String REACH = "reach";
  static final String INSTITUTION = "institution";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

  private ReachSection() {}

  /** By what the portal hands a complaint over. */
  private enum Reach {
    /** Inside its own government. */
    DISPOSITION,
    /** To another one, such as a vertical agency in its ministry's tree. */
    FORWARDING
  }

  /** The portal's number of it; empty where it is reached by a disposition. */
  static Optional<String> read(YamlMap agency) {
    Reach reach = agency.optionalEnum(REACH, Reach.class).orElse(Reach.DISPOSITION);
    Optional<YamlScalar> number = agency.scalar(INSTITUTION);
    if (reach == Reach.DISPOSITION) {
      number.ifPresent(
          it ->
              it.problem(
                  "'institution' is read beside 'reach: forwarding' alone",
                  "remove it, or write 'reach: forwarding'"));
      return Optional.empty();
    }
    agency.requireKeys(INSTITUTION);
    return number.filter(ReachSection::isNumber).map(YamlScalar::text);
  }

  private static boolean isNumber(YamlScalar written) {
    boolean fits = NUMBER.matcher(written.text()).matches();
    if (!fits) {
      written.problem("an institution is the portal's number of it", "at most 12 digits");
    }
    return fits;
  }
}
