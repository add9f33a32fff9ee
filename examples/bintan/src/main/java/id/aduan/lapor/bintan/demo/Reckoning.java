package id.aduan.lapor.bintan.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the ledgers of the three far ends against the connector's store. Nobody's word is taken for
 * another's: what was offered, filed, answered and published is counted where it happened. Pure.
 */
public final class Reckoning {
  private Reckoning() {}

  /** A ticket: at which agency, for which complaint, under which number. */
  public record Ticket(String agency, String complaint, String number) {}

  /** A public answer, or a follow-up: for which complaint, with which text. */
  public record Answer(String complaint, String text) {}

  /**
   * Everything that was seen.
   *
   * @param offered complaints on the portal's ledger
   * @param filed tickets on the agencies' ledgers
   * @param linked tickets that the connector's store has confirmed
   * @param answered public answers on the agencies' ledgers
   * @param published follow-ups on the portal's ledger
   * @param parked complaints of which something waits in the store for a human, or is withheld
   * @param files what citizens sent along, and what became of it
   */
  public record Seen(
      Set<String> offered,
      List<Ticket> filed,
      List<Ticket> linked,
      List<Answer> answered,
      List<Answer> published,
      Set<String> parked,
      FileReckoning.Seen files) {}

  /**
   * The result.
   *
   * @param lostOnes what is lost, for the reader
   * @param doubledOnes what is there more than once
   * @param files of citizens that lie at an agency
   * @param refused files of citizens that go to nobody
   */
  public record Result(
      int complaints,
      int delivered,
      int followUps,
      List<String> lostOnes,
      List<String> doubledOnes,
      int files,
      int refused) {

    public boolean clean() {
      return lostOnes.isEmpty() && doubledOnes.isEmpty();
    }

    /** The last line of {@code lapor demo --once}. */
    public String summary() {
      return "complaints=%d delivered=%d followups=%d lost=%d duplicated=%d files=%d refused=%d"
          .formatted(
              complaints,
              delivered,
              followUps,
              lostOnes.size(),
              doubledOnes.size(),
              files,
              refused);
    }
  }

  public static Result of(Seen seen) {
    Set<String> lost = new TreeSet<>();
    Set<Ticket> linked = new HashSet<>(seen.linked());
    Set<String> delivered = new HashSet<>();
    Map<String, Integer> filings = new HashMap<>();
    for (Ticket ticket : seen.filed()) {
      filings.merge(ticket.agency() + " " + ticket.complaint(), 1, Integer::sum);
      if (linked.contains(ticket)) {
        delivered.add(ticket.complaint());
      }
    }
    for (String complaint : seen.offered()) {
      if (!delivered.contains(complaint) && !seen.parked().contains(complaint)) {
        lost.add("complaint " + complaint);
      }
    }
    Set<String> doubled = new TreeSet<>();
    filings.forEach((filing, times) -> addTimes(doubled, "ticket of " + filing, times - 1));
    Map<Answer, Integer> balance = new HashMap<>();
    seen.answered().forEach(answer -> balance.merge(answer, 1, Integer::sum));
    seen.published().forEach(answer -> balance.merge(answer, -1, Integer::sum));
    balance.forEach(
        (answer, missing) -> {
          if (!seen.parked().contains(answer.complaint())) {
            addTimes(lost, answer(answer), missing);
          }
          addTimes(doubled, answer(answer), -missing);
        });
    FileReckoning.Result files = FileReckoning.of(seen.files());
    lost.addAll(files.lost());
    doubled.addAll(files.doubled());
    return new Result(
        seen.offered().size(),
        delivered.size(),
        seen.published().size(),
        List.copyOf(lost),
        List.copyOf(doubled),
        files.files(),
        files.refused());
  }

  private static String answer(Answer answer) {
    return "answer to " + answer.complaint() + " (" + answer.text().length() + " characters)";
  }

  private static void addTimes(Set<String> set, String what, int times) {
    for (int i = 1; i <= times; i++) {
      set.add(what + (i > 1 ? " for the " + (i + 1) + ". time" : ""));
    }
  }
}
