package id.aduan.lapor.bintan.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tickets of one agency and what its officers wrote on them, in memory. It knows nothing of
 * idempotency: the same submission twice makes two tickets. Thread-safe.
 */
public final class CaseRegister implements Desk {
  private final StatusWords words;
  private final Numbering numbering;
  private final InstantSource clock;
  private final Ledger ledger;
  private final Timeline timeline;

  private final Map<String, Ticket> tickets = new LinkedHashMap<>();
  private final Map<String, StatusWord> statuses = new HashMap<>();
  private final Map<String, List<Entry>> histories = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private long lastEntryId;
  private long lastFileId;

  public CaseRegister(
      StatusWords words,
      Numbering numbering,
      InstantSource clock,
      Ledger ledger,
      Timeline timeline) {
    this.words = words;
    this.numbering = numbering;
    this.clock = clock;
    this.ledger = ledger;
    this.timeline = timeline;
  }

  /** Takes a submission in as a new ticket in the first status. */
  public Ticket file(Submission submission) {
    var ticket = store(submission);
    timeline.filed(ticket, words.filed().code());
    return ticket;
  }

  private synchronized Ticket store(Submission submission) {
    var now = clock.instant();
    long sequence = sequences.merge(submission.unit(), 1L, Long::sum);
    var number = numbering.number(submission.unit(), sequence, now);
    var ticket = new Ticket(number, now, submission);
    ledger.add(ticket);
    tickets.put(number, ticket);
    statuses.put(number, words.filed());
    histories.put(number, new ArrayList<>());
    return ticket;
  }

  /**
   * Sets what a ticket says to another submission; the same again changes nothing. Its number, its
   * status and what officers wrote stay.
   */
  public Ticket revise(String number, Submission submission) {
    Ticket revised;
    StatusWord status;
    synchronized (this) {
      revised = new Ticket(number, known(number).filedAt(), submission);
      status = status(number);
      ledger.revise(revised);
      tickets.put(number, revised);
    }
    timeline.revised(revised, status.code());
    return revised;
  }

  /** Takes a file to a ticket; the same file twice is two. */
  public FiledFile attach(String number, String name, byte[] bytes) {
    var file = store(number, name, bytes);
    timeline.taken(file);
    return file;
  }

  private synchronized FiledFile store(String number, String name, byte[] bytes) {
    var ticket = known(number);
    var file =
        new FiledFile(
            ++lastFileId,
            clock.instant(),
            ticket.unit(),
            number,
            ticket.reference(),
            name,
            bytes.length,
            Hashes.sha256(bytes));
    ledger.add(file);
    return file;
  }

  /** The tickets that came under one reference, as they are now, oldest first. */
  public synchronized List<Ticket> ticketsFor(String reference) {
    return ledger.ticketsFor(reference).stream()
        .map(filed -> tickets.getOrDefault(filed.number(), filed))
        .toList();
  }

  @Override
  public Entry answer(String number, String officer, String text, StatusWord next) {
    return write(number, EntryKind.ANSWER, officer, text, next);
  }

  @Override
  public Entry note(String number, String officer, String text) {
    return write(number, EntryKind.NOTE, officer, text, status(number));
  }

  @Override
  public Entry move(String number, String officer, StatusWord next) {
    return write(number, EntryKind.STATUS, officer, "Status menjadi " + next.label(), next);
  }

  private Entry write(String number, EntryKind kind, String officer, String text, StatusWord next) {
    var entry = append(number, kind, officer, text, next);
    timeline.written(entry);
    return entry;
  }

  private synchronized Entry append(
      String number, EntryKind kind, String officer, String text, StatusWord next) {
    var ticket = known(number);
    var entry =
        new Entry(
            lastEntryId + 1,
            clock.instant(),
            ticket.unit(),
            number,
            ticket.reference(),
            kind,
            officer,
            text,
            next.code());
    ledger.add(entry);
    lastEntryId = entry.id();
    statuses.put(number, next);
    histories.computeIfAbsent(number, unused -> new ArrayList<>()).add(entry);
    return entry;
  }

  public synchronized Optional<Ticket> ticket(String number) {
    return Optional.ofNullable(tickets.get(number));
  }

  public synchronized StatusWord status(String number) {
    return statuses.getOrDefault(known(number).number(), words.filed());
  }

  /** What officers wrote on a ticket, oldest first. */
  public synchronized List<Entry> history(String number) {
    return List.copyOf(histories.getOrDefault(known(number).number(), List.of()));
  }

  private Ticket known(String number) {
    return ticket(number)
        .orElseThrow(() -> new IllegalArgumentException("no ticket has number '" + number + "'"));
  }

  @Override
  public synchronized List<Ticket> tickets() {
    return List.copyOf(tickets.values());
  }

  @Override
  public String agency() {
    return timeline.agency();
  }

  @Override
  public StatusWords words() {
    return words;
  }

  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void listen(Consumer<AgencyEvent> listener) {
    timeline.listen(listener);
  }
}
