package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.SmsSecrets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps account data and codes out of what is kept of reports by SMS 1708 (SMS-03, SMS-04). Pure.
 */
final class SmsPrivacy {
  private SmsPrivacy() {}

  /**
   * Whether this is a report by SMS.
   *
   * @param known what is known of it, asked for where the message leaves out its channel
   */
  static boolean concerns(PortalState told, Supplier<Optional<CaseRecord>> known) {
    String channel = told.complaint().channel();
    return channel.isEmpty()
        ? known.get().map(record -> SmsSecrets.isSms(record.complaint().channel())).orElse(false)
        : SmsSecrets.isSms(channel);
  }

  /** A state without them, where it is of a report by SMS. */
  static PortalState cleaned(PortalState told, Optional<CaseRecord> known) {
    if (!concerns(told, () -> known)) {
      return told;
    }
    return new PortalState(
        cleaned(told.complaint()),
        told.revision(),
        told.updatedAt(),
        told.whole(),
        told.entries().stream().map(SmsPrivacy::cleaned).toList(),
        told.unfamiliar());
  }

  private static Complaint cleaned(Complaint complaint) {
    return complaint.worded(
        SmsSecrets.removed(complaint.title()), SmsSecrets.removed(complaint.content()));
  }

  private static PortalEntry cleaned(PortalEntry entry) {
    return new PortalEntry(
        entry.id(),
        entry.origin(),
        entry.kind(),
        entry.at(),
        entry.from(),
        entry.to(),
        entry.template(),
        SmsSecrets.removed(entry.text()),
        entry.secret(),
        entry.attachments(),
        entry.before(),
        entry.after());
  }
}
