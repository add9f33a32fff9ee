package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the outbox keeps of a message: all but the address, which is looked up when it is sent. */
record Draft(
    Notice.Kind kind,
    Role role,
    Optional<TrackingId> complaint,
    Optional<AgencyCode> agency,
    String subject,
    String text,
    Map<String, String> facts,
    Instant madeAt) {
  Draft {
    facts = Map.copyOf(facts);
  }

  static Draft of(Notice notice, Role role, Channel channel, Wording wording, Instant now) {
    Templates.Text text = wording.text(notice, role, channel);
    return new Draft(
        notice.kind(),
        role,
        notice.complaint(),
        notice.agency(),
        text.subject(),
        text.body(),
        wording.values(notice, role),
        now);
  }

  Message to(Contact contact) {
    return new Message(contact, kind, role, complaint, agency, subject, text, facts, madeAt);
  }
}
