package id.aduan.lapor.runner.config;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.notification.Ladder;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The key {@code notifications.ladder}: by kind of agency and percent, who is warned. */
final class LadderSection {
  private LadderSection() {}

  /** Reads it; what is not written is as usual. */
  static Ladder read(YamlMap file) {
    return file.optionalMap("notifications")
        .flatMap(it -> it.optionalMap("ladder"))
        .map(LadderSection::ladder)
        .orElse(Ladder.USUAL);
  }

  private static Ladder ladder(YamlMap written) {
    written.rejectUnknownKeys("opd", "vertical", "other");
    Map<AgencyKind, SortedMap<Integer, Set<Role>>> each = new HashMap<>();
    for (AgencyKind kind : AgencyKind.values()) {
      written
          .optionalMap(kind.name().toLowerCase(Locale.ROOT))
          .ifPresent(it -> put(each, kind, it));
    }
    return new Ladder(each);
  }

  private static void put(
      Map<AgencyKind, SortedMap<Integer, Set<Role>>> each, AgencyKind kind, YamlMap written) {
    SortedMap<Integer, Set<Role>> steps = new TreeMap<>();
    for (YamlScalar percent : written.keys()) {
      Set<Role> roles = roles(written, percent, kind);
      percent
          .asInt(Ladder.PERCENT_MIN, Ladder.PERCENT_MAX)
          .filter(it -> !roles.isEmpty())
          .ifPresent(it -> steps.put(it, roles));
    }
    if (written.keys().size() > Ladder.STEPS_MAX) {
      written.problem("a ladder has at most " + Ladder.STEPS_MAX + " steps", "");
    } else if (!steps.isEmpty()) {
      each.put(kind, steps);
    } else if (written.keys().isEmpty()) {
      written.problem("the ladder has no step", "100: [liaison, head]");
    }
  }

  private static Set<Role> roles(YamlMap written, YamlScalar percent, AgencyKind kind) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (YamlScalar role : written.scalars(percent.text())) {
      role.asEnum(Role.class).ifPresent(it -> add(roles, role, it, kind));
    }
    if (written.scalars(percent.text()).isEmpty()) {
      percent.problem("nobody is warned at this step", "[liaison, head]");
    }
    return roles;
  }

  private static void add(Set<Role> roles, YamlScalar written, Role role, AgencyKind kind) {
    if (kind == AgencyKind.VERTICAL && role.isOfRegion()) {
      written.problem(
          "the region has no say over a vertical agency: " + written.excerpt(),
          "its own line is liaison, head, regional_office, ministry");
    } else {
      roles.add(role);
    }
  }
}
