package id.aduan.lapor.sync;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.sync.Echoes.Piece;
import id.aduan.lapor.sync.Echoes.State;
import id.aduan.lapor.sync.Echoes.Written;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of an agency's changes are our own writing, told back (C13). Pure.
 *
 * <p>What can come back is each text that the adapter says it wrote, and the status in the agency's
 * word; each once for each time that it was written anew, so a second equal one is somebody else's.
 * Nobody is recognised by the name of an account. Texts are compared without regard to blanks and
 * lines. What an adapter's own template puts around a text is not known here, so that such a one is
 * not recognised; and after {@link #AGE_MAX} none is. Where both sides set the same status at once,
 * one change of it may be taken for ours: they agree.
 *
 * <p>A short text is what two people may well say, such as thanks. It is taken for ours alone where
 * texts of ours are known to come back from that ticket; elsewhere it is doubtful, and a person
 * decides. So is one with files.
 */
final class WrittenPieces {
  /** The newest of a ticket; a complaint has few texts. */
  static final int PIECES_MAX = 64;

  /** So long after the last writing a change is nobody's echo any more; by our own clock. */
  static final Duration AGE_MAX = Duration.ofDays(7);

  /** A text of so many characters is not said twice by chance. */
  static final int LONG_MIN = 40;

  private static final int DIGEST_CHARACTERS = 24;
  private static final String STATUS = "status";
  private static final String STATUS_MARK = "status-";

  /** Before the digest of the status word that we wrote last. */
  private static final String WORD_MARK = "word-";

  /** Of a ticket of which something of ours has come back before. */
  private static final Piece COMES_BACK = new Piece("comes-back", State.ECHOED);

  /** Of one of which a text of ours has, beyond doubt. */
  private static final Piece TEXTS_COME_BACK = new Piece("texts-come-back", State.ECHOED);

  private WrittenPieces() {}

  /**
   * What is about to be written.
   *
   * @param texts those by which it may come back; what holds more stands later
   * @param opens whether it opens the ticket, so that nothing of it stands there
   */
  record Writing(AgencyCode agency, Facts facts, List<String> texts, boolean opens) {}

  /** The ledger that holds before a ticket is opened or set anew. */
  static Written before(Optional<Written> known, Writing writing, Instant now) {
    List<Piece> old = known.map(Written::pieces).orElse(List.of());
    Set<String> digests = digests(writing);
    Set<String> stood = new HashSet<>();
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : old) {
      boolean again = digests.contains(piece.digest());
      if (!isMark(piece) && (piece.state() == State.WRITTEN || again)) {
        pieces.add(piece);
      }
      if (again) {
        stood.add(piece.digest());
      }
    }
    Set<String> older = known.isEmpty() && !writing.opens() ? older(writing) : Set.of();
    for (String digest : digests) {
      if (!stood.contains(digest)) {
        pieces.add(new Piece(digest, older.contains(digest) ? State.ECHOED : State.WRITTEN));
      }
    }
    int from = Math.max(0, pieces.size() - PIECES_MAX);
    List<Piece> newest = new ArrayList<>(pieces.subList(from, pieces.size()));
    newest.addAll(0, old.stream().filter(WrittenPieces::isMark).toList());
    Written written = new Written(writing.agency(), writing.facts().reference(), newest, now);
    return writing.opens() ? worded(written, writing.facts()) : written;
  }

  /** The replies that stood there before the newest, of a ticket of which nothing is known. */
  private static Set<String> older(Writing writing) {
    Set<String> older = new HashSet<>();
    int newest = writing.facts().replies().size() - 1;
    for (int i = 0; i < newest; i++) {
      older.add(ofText(writing.facts().replies().get(i).text()));
    }
    return older;
  }

  private static boolean isMark(Piece piece) {
    return piece.equals(COMES_BACK)
        || piece.equals(TEXTS_COME_BACK)
        || piece.digest().startsWith(WORD_MARK);
  }

  private static Set<String> digests(Writing writing) {
    Set<String> digests = new LinkedHashSet<>();
    writing.texts().stream()
        .filter(text -> !text.isBlank())
        .map(WrittenPieces::ofText)
        .forEach(digests::add);
    String status = word(writing.facts());
    if (!status.isBlank()) {
      digests.add(ofStatus(status));
    }
    return digests;
  }

  static boolean hasWord(Facts facts) {
    return !word(facts).isBlank();
  }

  private static String word(Facts facts) {
    return facts.words().getOrDefault(STATUS, "");
  }

  /** With the status word that stands in the ticket by us now. */
  static Written worded(Written ledger, Facts facts) {
    List<Piece> pieces = new ArrayList<>(ledger.pieces());
    if (!word(facts).isBlank() && !hasWord(ledger, word(facts))) {
      pieces.removeIf(piece -> piece.digest().startsWith(WORD_MARK));
      pieces.add(0, wordMark(word(facts)));
    }
    return new Written(ledger.agency(), ledger.leg(), pieces, ledger.at());
  }

  private static boolean hasWord(Written ledger, String word) {
    return ledger.pieces().contains(wordMark(word));
  }

  private static Piece wordMark(String word) {
    return new Piece(WORD_MARK + ofStatus(word), State.ECHOED);
  }

  /**
   * What an update says. How far it is the agency says (C13): our word stays away where it is the
   * one that we wrote last, since it would undo the agency's, and where the agency has said one of
   * its own since.
   *
   * @param said the agency's latest own word; empty for none
   */
  static AgencyComplaint update(Optional<Written> ledger, AgencyComplaint whole, String said) {
    String word = word(whole.facts());
    boolean stands = ledger.isPresent() && hasWord(ledger.get(), word);
    boolean theirs = !said.isBlank() && ledger.filter(written -> hasWord(written, said)).isEmpty();
    if (word.isBlank() || !(stands || theirs)) {
      return whole;
    }
    Map<String, String> words = new HashMap<>(whole.facts().words());
    words.remove(STATUS);
    return whole.worded(words);
  }

  /**
   * What is left of a change when our own writing is taken out of it.
   *
   * @param change without the text or the status that was ours
   * @param ledger to be kept; empty where it stays as it was
   * @param isEcho whether anything was ours
   * @param isDoubtful whether its text may be ours, so that it needs a person
   */
  record Sifted(TicketChange change, Optional<Written> ledger, boolean isEcho, boolean isDoubtful) {
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
      return new Sifted(change, Optional.empty(), false, false);
    }
    List<Piece> pieces = new ArrayList<>(ledger.get().pieces());
    boolean hasStatus = !change.status().isBlank();
    boolean sameText = !change.text().isBlank() && consume(pieces, ofText(change.text()));
    boolean alone = change.text().isBlank() || sameText;
    boolean statusIsOurs = alone && hasStatus && consume(pieces, ofStatus(change.status()));
    boolean sure = statusIsOurs || isLong(change.text()) || pieces.contains(TEXTS_COME_BACK);
    // What is not public goes nowhere, whoever wrote it.
    boolean textIsOurs = sameText && change.attachments().isEmpty() && (sure || !change.isPublic());
    boolean isEcho = textIsOurs || statusIsOurs;
    mark(pieces, isEcho, COMES_BACK);
    mark(pieces, textIsOurs && sure, TEXTS_COME_BACK);
    if (hasStatus && !statusIsOurs) {
      // Ours does not stand there any more, so that it would come back anew.
      boolean comesBack = pieces.contains(COMES_BACK);
      pieces.removeIf(
          piece ->
              piece.digest().startsWith(STATUS_MARK)
                  && (piece.state() == State.ECHOED || !comesBack));
    }
    Written before = ledger.get();
    Optional<Written> after =
        pieces.equals(before.pieces())
            ? Optional.empty()
            : Optional.of(new Written(before.agency(), before.leg(), pieces, before.at()));
    TicketChange left = isEcho ? without(change, textIsOurs, statusIsOurs) : change;
    return new Sifted(left, after, isEcho, sameText && !textIsOurs);
  }

  private static void mark(List<Piece> pieces, boolean holds, Piece mark) {
    if (holds && !pieces.contains(mark)) {
      pieces.add(0, mark);
    }
  }

  private static boolean isLong(String text) {
    return plain(text).codePoints().count() >= LONG_MIN;
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
    return digest(plain(text));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  private static String ofStatus(String word) {
    return STATUS_MARK + digest(word.strip().toLowerCase(Locale.ROOT));
  }

  private static String digest(String of) {
    return Digests.of(of.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_CHARACTERS);
  }
}
