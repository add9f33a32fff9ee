package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.json.JsonObject;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.SmsSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Keeps account data and codes out of what is kept of reports by SMS 1708 (SMS-03, SMS-04). Pure.
 */
final class SmsPrivacy {
  // Escapes of JSON that stand for a space.
  private static final Pattern ESCAPED_SPACE =
      Pattern.compile("\\\\(?:[nrt]|u00a0)", Pattern.CASE_INSENSITIVE);

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

  /** The same where what tells neither its channel nor its case may be one, too. */
  static boolean mayConcern(PortalState told, Supplier<Optional<CaseRecord>> known) {
    String channel = told.complaint().channel();
    return SmsSecrets.isSms(
        channel.isEmpty()
            ? known.get().map(record -> record.complaint().channel()).orElse("sms")
            : channel);
  }

  /** A state without them, where it is of a report by SMS. */
  static PortalState cleaned(PortalState told, Optional<CaseRecord> known) {
    return concerns(told, () -> known) ? cleaned(told) : told;
  }

  /** A state without them, whatever its channel. */
  static PortalState cleaned(PortalState told) {
    return new PortalState(
        cleaned(told.complaint()),
        told.revision(),
        told.updatedAt(),
        told.whole(),
        told.entries().stream().map(SmsPrivacy::cleaned).toList(),
        told.unfamiliar());
  }

  /**
   * A message as it came over the wire, without them. JSON is cleaned by what its texts say,
   * however they are written, and stays JSON; what is none is taken as a text. A message without
   * any comes back as it was.
   */
  static byte[] cleaned(byte[] raw) {
    String text = new String(raw, StandardCharsets.UTF_8);
    String without = removedFromMessage(text);
    return without.equals(text) ? raw : without.getBytes(StandardCharsets.UTF_8);
  }

  private static String removedFromMessage(String text) {
    Optional<JsonObject> json =
        text.stripLeading().startsWith("{") ? JsonObject.parse(text) : Optional.empty();
    if (json.isEmpty()) {
      String spaced = ESCAPED_SPACE.matcher(text).replaceAll(" ");
      String without = SmsSecrets.removed(spaced);
      return without.equals(spaced) ? text : without;
    }
    JsonObject object = json.get();
    // JSON may stand in a text of JSON.
    boolean holds = object.texts().stream().anyMatch(it -> !removedFromText(it).equals(it));
    return holds
        ? new String(object.write(SmsPrivacy::removedFromText), StandardCharsets.UTF_8)
        : text;
  }

  private static String removedFromText(String text) {
    return text.stripLeading().startsWith("{")
        ? removedFromMessage(text)
        : SmsSecrets.removed(text);
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
