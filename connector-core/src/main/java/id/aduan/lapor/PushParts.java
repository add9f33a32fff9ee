package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.sync.AgencyPushIntake;
import id.aduan.lapor.sync.AgencyPushes;
import id.aduan.lapor.sync.AnswerIntake;
import id.aduan.lapor.sync.Reception;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What takes agencies' pushes is made of. */
final class PushParts {
  private PushParts() {}

  /** Empty where no agency pushes. */
  static Optional<AgencyPushes> of(
      LaporConnectorBuilder settings,
      Map<AgencyCode, AgencyAdapter> adapters,
      AnswerIntake answers,
      Reception reception,
      InstantSource time) {
    Map<AgencyCode, AgencyPushIntake> intakes = new TreeMap<>();
    settings
        .agencyChecks()
        .forEach(
            (code, check) ->
                intakes.put(
                    code,
                    new AgencyPushIntake(
                        code,
                        Objects.requireNonNull(adapters.get(code)),
                        check.apply(time),
                        reception,
                        answers)));
    return intakes.isEmpty() ? Optional.empty() : Optional.of(new AgencyPushes(intakes, time));
  }
}
