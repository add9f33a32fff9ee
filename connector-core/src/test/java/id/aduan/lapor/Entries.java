package id.aduan.lapor;

import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.PortalEntry.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries of the portal's log and follow-ups, for tests. */
public final class Entries {
  private static final Institution OURS = new Institution("12938", "Kabupaten Contoh");

  private Entries() {}

  public static PortalEntry reply(String id, String at, String text) {
    return entry(id, Origin.FOLLOW_UP, Kind.REPORTER_REPLY, at, Optional.empty(), text);
  }

  public static PortalEntry answer(String id, String at, String text) {
    return entry(id, Origin.FOLLOW_UP, Kind.ANSWER, at, Optional.of(OURS), text);
  }

  /** The same as the portal's log tells it, which numbers for itself. */
  public static PortalEntry inLog(String id, PortalEntry entry) {
    return new PortalEntry(
        id,
        Origin.LOG,
        entry.kind(),
        entry.at(),
        entry.from(),
        entry.to(),
        entry.template(),
        entry.text(),
        entry.secret(),
        entry.attachments(),
        entry.before(),
        entry.after());
  }

  public static PortalEntry entry(
      String id, Origin origin, Kind kind, String at, Optional<Institution> from, String text) {
    return new PortalEntry(
        id,
        origin,
        kind,
        Optional.of(Instant.parse(at)),
        from,
        Optional.empty(),
        "",
        text,
        Flag.UNKNOWN,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
