package id.aduan.lapor.sync;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.sync.Echoes.Piece;
import id.aduan.lapor.sync.Echoes.State;
import id.aduan.lapor.sync.Echoes.Written;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which of an agency's changes are our own writing, told back (C13). Pure.
 *
 * <p>What can come back is the title, the content, both together, each reply of the reporter, and
 * the status in the agency's word; each once for each time that it was written anew, so a second
 * equal one is somebody else's. Nobody is recognised by the name of an account. Texts are compared
 * without regard to blanks and lines. What an adapter's own template puts around a text is not
 * known here, so that such a one is not recognised; and after {@link #AGE_MAX} none is. Where both
 * sides set the same status at once, one change of it may be taken for ours: they agree.
 */
final class WrittenPieces {
  /** The newest of a ticket; a complaint has few texts. */
  static final int PIECES_MAX = 64;

  /** So long after the last writing a change is nobody's echo any more; by our own clock. */
  static final Duration AGE_MAX = Duration.ofDays(7);

  private static final int DIGEST_CHARACTERS = 24;
  private static final String STATUS = "status";
  private static final String STATUS_MARK = "status-";

  /** Of a ticket of which something of ours has come back before. */
  private static final Piece COMES_BACK = new Piece("comes-back", State.ECHOED);

  private WrittenPieces() {}

  /** The ledger after a ticket was opened or set anew. */
  static Written after(Optional<Written> before, AgencyCode agency, Facts facts, Instant now) {
    Set<String> stood = new LinkedHashSet<>();
    List<Piece> pieces = new ArrayList<>();
    Set<String> written = digests(facts);
    for (Piece piece : before.map(Written::pieces).orElse(List.of())) {
      boolean again = written.contains(piece.digest());
      if (piece.state() == State.WRITTEN || again || piece.equals(COMES_BACK)) {
        pieces.add(piece);
      }
      if (again) {
        stood.add(piece.digest());
      }
    }
    for (String digest : written) {
      if (!stood.contains(digest)) {
        pieces.add(new Piece(digest, State.WRITTEN));
      }
    }
    boolean comesBack = pieces.remove(COMES_BACK);
    int from = Math.max(0, pieces.size() - PIECES_MAX);
    List<Piece> newest = new ArrayList<>(pieces.subList(from, pieces.size()));
    if (comesBack) {
      newest.add(0, COMES_BACK);
    }
    return new Written(agency, facts.reference(), newest, now);
  }

  private static Set<String> digests(Facts facts) {
    Set<String> digests = new LinkedHashSet<>();
    digests.add(ofText(facts.title()));
    digests.add(ofText(facts.content()));
    digests.add(ofText(facts.title() + " " + facts.content()));
    for (ReporterReply reply : facts.replies()) {
      digests.add(ofText(reply.text()));
    }
    String status = facts.words().getOrDefault(STATUS, "");
    if (!status.isBlank()) {
      digests.add(ofStatus(status));
    }
    return digests;
  }

  /**
   * What is left of a change when our own writing is taken out of it.
   *
   * @param change without the text or the status that was ours
   * @param ledger to be kept; empty where it stays as it was
   * @param isEcho whether anything was ours
   */
  record Sifted(TicketChange change, Optional<Written> ledger, boolean isEcho) {
    boolean isNothing() {
      return isEcho && change.text().isBlank() && change.status().isBlank();
    }
  }

  /**
   * Takes our own writing out of a change. A status beside a text of the agency's own is its own,
   * too. Where nothing of a ticket ever came back, its system does not tell us our own: once the
   * agency has set another status there, the next change to the word that we wrote is its own.
   */
  static Sifted sift(Optional<Written> ledger, TicketChange change, Instant now) {
    if (ledger.isEmpty() || Duration.between(ledger.get().at(), now).compareTo(AGE_MAX) > 0) {
      return new Sifted(change, Optional.empty(), false);
    }
    List<Piece> pieces = new ArrayList<>(ledger.get().pieces());
    boolean hasStatus = !change.status().isBlank();
    boolean textIsOurs = !change.text().isBlank() && consume(pieces, ofText(change.text()));
    boolean silent = change.text().isBlank() || textIsOurs;
    boolean statusIsOurs = silent && hasStatus && consume(pieces, ofStatus(change.status()));
    boolean isEcho = textIsOurs || statusIsOurs;
    if (isEcho && !pieces.contains(COMES_BACK)) {
      pieces.add(0, COMES_BACK);
    }
    if (hasStatus && !statusIsOurs && !pieces.contains(COMES_BACK)) {
      pieces.removeIf(WrittenPieces::isAwaitedStatus);
    }
    Written before = ledger.get();
    Optional<Written> after =
        pieces.equals(before.pieces())
            ? Optional.empty()
            : Optional.of(new Written(before.agency(), before.leg(), pieces, before.at()));
    return new Sifted(isEcho ? without(change, textIsOurs, statusIsOurs) : change, after, isEcho);
  }

  private static boolean isAwaitedStatus(Piece piece) {
    return piece.state() == State.WRITTEN && piece.digest().startsWith(STATUS_MARK);
  }

  private static boolean consume(List<Piece> pieces, String digest) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.state() == State.WRITTEN && piece.digest().equals(digest)) {
        pieces.set(i, new Piece(digest, State.ECHOED));
        return true;
      }
    }
    return false;
  }

  private static TicketChange without(TicketChange change, boolean text, boolean status) {
    return new TicketChange(
        change.id(),
        change.ticket(),
        change.reference(),
        change.changedAt(),
        change.isPublic(),
        text ? "" : change.text(),
        status ? "" : change.status(),
        change.attachments());
  }

  private static String ofText(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
    return digest(plain.strip().replaceAll("\\s+", " "));
  }

  private static String ofStatus(String word) {
    return STATUS_MARK + digest(word.strip().toLowerCase(Locale.ROOT));
  }

  private static String digest(String of) {
    return Digests.of(of.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_CHARACTERS);
  }
}
