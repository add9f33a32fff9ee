package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.PortalEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A complaint has changed.
 *
 * @param kind what happened
 * @param complaint as it is now
 * @param newFollowUp the answer or reply that made the change, else null
 */
public record Change(PortalEvent.Kind kind, Complaint complaint, @Nullable FollowUp newFollowUp) {
  /** The answer or reply that made the change. */
  public Optional<FollowUp> followUp() {
    return Optional.ofNullable(newFollowUp);
  }
}
