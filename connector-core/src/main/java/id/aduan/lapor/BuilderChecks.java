package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.mapping.Mapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts of a connector must have in common; a message names what does not. */
final class BuilderChecks {
  private BuilderChecks() {}

  static void refuseUnknown(Mapping mapping, Map<AgencyCode, AgencyAdapter> agencies) {
    for (String code : mapping.agencies()) {
      if (!agencies.containsKey(new AgencyCode(code))) {
        throw new IllegalStateException(
            "the mapping names the agency '" + code + "': call agency(\"" + code + "\", ...)");
      }
    }
  }

  static void requirePush(AgencyCode code, @Nullable AgencyAdapter adapter) {
    if (adapter == null || !adapter.capabilities().contains(Capability.PUSH)) {
      throw new IllegalStateException(
          "a webhook for '%s' needs an agency of that code whose adapter reads pushed messages"
              .formatted(code));
    }
  }
}
