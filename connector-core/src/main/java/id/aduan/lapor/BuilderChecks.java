package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.TokenVerifier;
import id.aduan.lapor.webhook.WebhookCheck;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of a connector must have in common; a message names what does not. */
final class BuilderChecks {
  private static final int NODE_CHARACTERS_MAX = 100;

  private BuilderChecks() {}

  static String node(String name) {
    if (name.isBlank() || name.length() > NODE_CHARACTERS_MAX) {
      throw new IllegalArgumentException(
          "a node's name has 1 to " + NODE_CHARACTERS_MAX + " characters: '" + name + "'");
    }
    return name;
  }

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

  /** A connector without an agency has nobody to deliver to. */
  static void requireAny(Map<AgencyCode, AgencyAdapter> agencies) {
    if (agencies.isEmpty()) {
      throw new IllegalStateException("a connector needs at least one agency: call agency(...)");
    }
  }

  /** A part that nothing goes without. */
  static <T> T given(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException("a connector needs a " + name + ": call " + name + "(...)");
    }
    return part;
  }

  /** What proves a callback: the token, or else the secrets; empty when there is neither. */
  static Optional<WebhookCheck> webhook(
      Optional<TokenVerifier> token, List<SigningSecret> secrets, InstantSource clock) {
    if (token.isPresent()) {
      return Optional.of(token.get());
    }
    return secrets.isEmpty() ? Optional.empty() : Optional.of(new WebhookVerifier(secrets, clock));
  }

  /** The deadlines, warned of at the steps of the ladder of notifications where there is one. */
  static Deadlines warning(@Nullable Deadlines deadlines, Notifications notifications) {
    Deadlines given = deadlines == null ? Deadlines.national() : deadlines;
    return notifications.equals(Notifications.NONE)
        ? given
        : new Deadlines(given.rules(), given.offices(), notifications.ladder().warningSteps());
  }
}
