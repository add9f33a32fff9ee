package id.aduan.lapor.sync;

import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One reading of the portal's list, page by page, and what it proves (C5).
 *
 * <p>Pages are numbered, and the list lives on while they are read: what leaves page 1, because it
 * changed or was withdrawn, draws the first item of page 2 onto page 1, and a reader who is about
 * to ask for page 2 never sees it. So a pass of several pages proves nothing by itself. Two passes
 * from the same cursor do:
 *
 * <ul>
 *   <li>A pass misses an item only if another one, which it had read, left its place. The pass
 *       after it then finds that other one changed, or not at all.
 *   <li>If one is not found at all, nothing is proven: in a list that is not ordered by change,
 *       what it hid may be of any time.
 *   <li>Otherwise both passes agree about everything older than the first difference between them,
 *       and up to there the earlier pass missed nothing.
 * </ul>
 *
 * <p>This holds for any order of the list. A pass of one page is one answer, and proves itself.
 *
 * <p>Not safe for use by many threads.
 */
final class ListPass {
  private final String from;
  private final Instant begunAt;
  private final Set<Seen> seen = new HashSet<>();
  private int pages;

  /** An item as the list showed it; without a time of change it is taken for older than any. */
  private record Seen(String item, Instant changedAt) {}

  /**
   * Begins a pass.
   *
   * @param from the cursor
   * @param begunAt by our clock
   */
  ListPass(String from, Instant begunAt) {
    this.from = from;
    this.begunAt = begunAt;
  }

  /** How many items it has seen. */
  int size() {
    return seen.size();
  }

  /**
   * Adds the next page.
   *
   * @return false if it shows nothing that the pass has not seen before
   */
  boolean add(Page page) {
    pages++;
    boolean news = false;
    for (PortalState state : page.states()) {
      String id = state.complaint().id().value();
      news |= seen.add(new Seen(id, state.updatedAt().orElse(Instant.MIN)));
    }
    for (var item : page.unreadable()) {
      news |= seen.add(new Seen(Digests.of(item.raw()), Instant.MIN));
    }
    return news;
  }

  /**
   * Up to which time of change nothing was missed, now that the last page is in.
   *
   * @param earlier the whole pass before this one
   */
  Optional<Instant> provenUpTo(Optional<ListPass> earlier) {
    if (pages == 1) {
      return newestBefore(Instant.MAX);
    }
    return earlier.filter(this::confirms).flatMap(other -> newestBefore(firstDifference(other)));
  }

  /**
   * As of when nothing was missed, by our clock: what the portal showed before that has been read.
   *
   * @param earlier the whole pass before this one
   */
  Optional<Instant> wholeAsOf(Optional<ListPass> earlier) {
    return pages == 1
        ? Optional.of(begunAt)
        : earlier.filter(this::confirms).map(other -> other.begunAt);
  }

  private boolean confirms(ListPass other) {
    return other.from.equals(from) && items().containsAll(other.items());
  }

  private Instant firstDifference(ListPass other) {
    Set<Seen> differences = new HashSet<>(seen);
    differences.removeAll(other.seen);
    other.seen.stream().filter(item -> !seen.contains(item)).forEach(differences::add);
    return differences.stream().map(Seen::changedAt).min(Instant::compareTo).orElse(Instant.MAX);
  }

  private Optional<Instant> newestBefore(Instant end) {
    return seen.stream()
        .map(Seen::changedAt)
        .filter(at -> at.isBefore(end) && at.isAfter(Instant.MIN))
        .max(Instant::compareTo);
  }

  private Set<String> items() {
    return seen.stream().map(Seen::item).collect(Collectors.toSet());
  }
}
