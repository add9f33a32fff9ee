package id.aduan.lapor.bintan.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the files that citizens sent along against those that lie at the agencies, and against what
 * the connector's store says of each. Pure.
 */
final class FileReckoning {
  private FileReckoning() {}

  /** A file on the portal's ledger. */
  record Offered(String complaint, String sha256) {}

  /** A file on an agency's ledger. */
  record Taken(String complaint, String ticket, String name, String sha256) {}

  /**
   * A file in the connector's store.
   *
   * @param original the hash of its bytes; empty where they were not taken over
   * @param going the hashes of what goes to agencies: it or its copies
   */
  record Kept(String complaint, int place, Standing standing, String original, List<String> going) {
    Kept {
      going = List.copyOf(going);
    }
  }

  /** How far it is. */
  enum Standing {
    WAITING,
    GOES,
    GOES_TO_NOBODY
  }

  /**
   * Everything that was seen.
   *
   * @param takers complaints with a ticket at an agency that takes files
   * @param parked complaints of which something waits for a human
   */
  record Seen(
      List<Offered> offered,
      List<Kept> kept,
      List<Taken> taken,
      Set<String> takers,
      Set<String> parked) {
    static final Seen NOTHING = new Seen(List.of(), List.of(), List.of(), Set.of(), Set.of());
  }

  /**
   * The result.
   *
   * @param files of citizens that lie at an agency, as they came or as a copy
   * @param refused of citizens that go to nobody: held back, too large, or not to be had
   */
  record Result(int files, int refused, Set<String> lost, Set<String> doubled) {}

  static Result of(Seen seen) {
    Set<String> lost = new TreeSet<>();
    Set<String> atAgency = new HashSet<>();
    seen.taken().forEach(file -> atAgency.add(file.complaint() + " " + file.sha256()));
    Set<Offered> offered = new HashSet<>(seen.offered());
    Map<String, Integer> missing = new HashMap<>();
    seen.offered().forEach(file -> missing.merge(file.complaint(), 1, Integer::sum));
    int files = 0;
    int refused = 0;
    for (Kept file : seen.kept()) {
      missing.merge(file.complaint(), -1, Integer::sum);
      boolean known = offered.contains(new Offered(file.complaint(), file.original()));
      boolean arrived =
          known
              && file.going().stream()
                  .allMatch(sha256 -> atAgency.contains(file.complaint() + " " + sha256));
      if (file.standing() == Standing.GOES_TO_NOBODY) {
        refused++;
      } else if (file.standing() == Standing.GOES && arrived) {
        files++;
      } else if (seen.takers().contains(file.complaint())) {
        lost.add("file " + file.place() + " of " + file.complaint());
      }
    }
    missing.forEach(
        (complaint, count) -> {
          if (count > 0) {
            lost.add(count + " files of " + complaint);
          }
        });
    lost.removeIf(what -> seen.parked().stream().anyMatch(what::endsWith));
    return new Result(files, refused, lost, doubled(seen.taken()));
  }

  private static Set<String> doubled(List<Taken> taken) {
    Set<String> doubled = new TreeSet<>();
    Set<String> once = new HashSet<>();
    for (Taken file : taken) {
      if (!once.add(file.ticket() + " " + file.name())) {
        doubled.add("file of ticket " + file.ticket() + " (" + file.sha256().substring(0, 8) + ")");
      }
    }
    return doubled;
  }
}
