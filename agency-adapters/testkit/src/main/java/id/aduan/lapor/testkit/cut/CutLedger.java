package id.aduan.lapor.testkit.cut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tickets of the fake system, and all that each has ever said. Safe for use by many threads.
 */
public final class CutLedger {
  private final Map<String, List<Ticket>> byReference = new HashMap<>();
  private final Map<String, Integer> numbersGiven = new HashMap<>();

  /**
   * A ticket.
   *
   * @param contents what it was set to, oldest first
   */
  public record Ticket(String number, String reference, List<String> contents) {
    public Ticket {
      contents = List.copyOf(contents);
    }

    private Ticket then(String content) {
      List<String> all = new ArrayList<>(contents);
      all.add(content);
      return new Ticket(number, reference, all);
    }
  }

  /** A number that no ticket has yet; all are of one length, and hold the reference. */
  public synchronized String nextNumber(String reference) {
    return "T-%s-%02d".formatted(reference, numbersGiven.merge(reference, 1, Integer::sum));
  }

  public synchronized void create(String number, String reference, String content) {
    byReference
        .computeIfAbsent(reference, none -> new ArrayList<>())
        .add(new Ticket(number, reference, List.of(content)));
  }

  /** Sets what a ticket says; one that is not there stays away. */
  public synchronized void set(String number, String content) {
    for (List<Ticket> tickets : byReference.values()) {
      tickets.replaceAll(it -> it.number().equals(number) ? it.then(content) : it);
    }
  }

  public synchronized List<Ticket> ticketsOf(String reference) {
    return List.copyOf(byReference.getOrDefault(reference, List.of()));
  }

  public Optional<Ticket> firstOf(String reference) {
    return ticketsOf(reference).stream().findFirst();
  }
}
