package id.aduan.lapor.bintan.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an agency ever took in and everything that its officers ever wrote: append-only,
 * so that a test can hold it against what the portal shows. Lists are snapshots. Thread-safe.
 */
public final class Ledger {
  private final List<Ticket> tickets = new ArrayList<>();
  private final Map<String, List<Ticket>> ticketsByReference = new HashMap<>();
  private final List<Ticket> revisions = new ArrayList<>();
  private final List<FiledFile> files = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final @Nullable LedgerFile file;

  /** With a file, each line is written and flushed before the request is answered. */
  public Ledger(@Nullable LedgerFile file) {
    this.file = file;
  }

  synchronized void add(Ticket ticket) {
    if (file != null) {
      file.append(ticket);
    }
    tickets.add(ticket);
    ticketsByReference.computeIfAbsent(ticket.reference(), unused -> new ArrayList<>()).add(ticket);
  }

  synchronized void revise(Ticket ticket) {
    revisions.add(ticket);
  }

  /** What tickets were set to after they were filed, in the order of its arrival. */
  public synchronized List<Ticket> revisions() {
    return List.copyOf(revisions);
  }

  synchronized void add(FiledFile taken) {
    if (file != null) {
      file.append(taken);
    }
    files.add(taken);
  }

  /** All files in the order of their arrival, duplicates included. */
  public synchronized List<FiledFile> files() {
    return List.copyOf(files);
  }

  synchronized void add(Entry entry) {
    if (file != null) {
      file.append(entry);
    }
    entries.add(entry);
  }

  /** All tickets in the order of filing, duplicates included. */
  public synchronized List<Ticket> tickets() {
    return List.copyOf(tickets);
  }

  /** Answers, notes and status changes in the order of writing. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The public answers only. */
  public List<Entry> answers() {
    return entriesOf(EntryKind.ANSWER);
  }

  /** The internal notes only. */
  public List<Entry> notes() {
    return entriesOf(EntryKind.NOTE);
  }

  private List<Entry> entriesOf(EntryKind kind) {
    return entries().stream().filter(entry -> entry.kind() == kind).toList();
  }

  /** At most {@code countMax} entries with an id above {@code id}, oldest first. */
  public synchronized List<Entry> entriesAfter(long id, int countMax) {
    int from = (int) Math.min(Math.max(id, 0), entries.size());
    int to = Math.min(from + countMax, entries.size());
    return List.copyOf(entries.subList(from, to));
  }

  /** The tickets that came under one reference, oldest first. */
  public synchronized List<Ticket> ticketsFor(String reference) {
    return List.copyOf(ticketsByReference.getOrDefault(reference, List.of()));
  }

  /** References under which one unit took in more than one ticket, with those tickets. */
  public Map<String, List<Ticket>> duplicates() {
    var byReference =
        tickets().stream()
            .filter(ticket -> !ticket.reference().isEmpty())
            .collect(
                groupingBy(
                    ticket -> ticket.unit() + " " + ticket.reference(),
                    LinkedHashMap::new,
                    toList()));
    byReference.values().removeIf(same -> same.size() == 1);
    return byReference;
  }
}
