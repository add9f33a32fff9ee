package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.PortalEntries.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Official answers to a case that stand on the portal for everybody to read. What is secret there,
 * or was sent as secret from here, is none; where neither says it, the case's own flag does, and an
 * unknown one counts as secret (C14). Safe for use by many threads.
 */
public record PublicAnswers(CaseStore store) {

  /**
   * Whose an answer has to be.
   *
   * @param code the agency, as we know it
   * @param name the same, as the portal calls its institution; may be empty
   * @param alone whether the case has been with no other agency, so that whatever the portal tells
   *     is that agency's
   */
  public record Whose(AgencyCode code, String name, boolean alone) {}

  /**
   * The words of the last one by the portal's time; of several of one moment the one told last.
   *
   * @param whose empty for any agency's
   * @throws id.aduan.lapor.failure.CorruptRowException when one that we sent is damaged
   */
  public Optional<String> last(Tx tx, Complaint complaint, Optional<Whose> whose) {
    List<Told> told = store.portalEntries().told(tx, complaint.id());
    return told.stream()
        .filter(it -> isAnswer(it) && !it.entry().text().isBlank())
        .filter(it -> isMeant(tx, complaint, it, whose))
        .sorted(Comparator.comparing(PublicAnswers::at))
        .reduce((earlier, later) -> later)
        .map(it -> it.entry().text());
  }

  private static boolean isAnswer(Told told) {
    return told.known().isOurs() || told.entry().kind() == PortalEntry.Kind.ANSWER;
  }

  private static Instant at(Told told) {
    return told.entry().at().orElse(told.known().seenAt());
  }

  private boolean isMeant(Tx tx, Complaint complaint, Told told, Optional<Whose> whose) {
    Optional<FollowUp> sent = told.known().isOurs() ? sent(tx, complaint, told) : Optional.empty();
    Flag flag = complaint.visibility().secret().updatedBy(told.entry().secret());
    return !flag.mayBeTrue()
        && sent.stream().noneMatch(FollowUp::secret)
        && (whose.isEmpty() || isOf(whose.get(), told, sent));
  }

  private Optional<FollowUp> sent(Tx tx, Complaint complaint, Told told) {
    Lane lane = new Lane(complaint.id(), Targets.PORTAL);
    IdempotencyKey key = new IdempotencyKey(told.known().echoOf());
    return store
        .outbox()
        .payload(tx, lane, key)
        .map(payload -> ModelJson.read(payload, FollowUp.class));
  }

  private static boolean isOf(Whose whose, Told told, Optional<FollowUp> sent) {
    if (sent.isPresent()) {
      return sent.get().agency().equals(whose.code());
    }
    Optional<String> named = told.entry().from().map(Institution::name);
    boolean isNamed =
        !whose.name().isEmpty() && named.filter(whose.name()::equalsIgnoreCase).isPresent();
    return isNamed || whose.alone();
  }
}
