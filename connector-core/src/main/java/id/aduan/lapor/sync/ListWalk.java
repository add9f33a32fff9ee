package id.aduan.lapor.sync;

import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Reads the pages of the portal's list one after another, whatever a place is there: a number, a
 * link or a cursor (portal-wire 13). It ends where a list does not: at a place that it has been to,
 * after {@value #REPEATS_MAX} pages in a row that show nothing new, after {@value #PAGES_MAX} pages
 * or {@value #ITEMS_MAX} items (F56).
 */
final class ListWalk {
  static final int PAGES_MAX = 5_000;
  static final int ITEMS_MAX = 1_000_000;

  /** A page may be moved on by others that came before it, and then shows what the last one did. */
  static final int REPEATS_MAX = 3;

  /** How a walk ended. */
  enum End {
    /** At the list's own end. */
    WHOLE,
    /** The portal repeats pages: it ignores the place, or leads in a circle. */
    REPEATED,
    /** It goes on for longer than any list should. */
    ENDLESS,
    /** We were told to stop. */
    STOPPED
  }

  /** Is given each page in turn. */
  @FunctionalInterface
  interface Visitor {
    /** Takes a page; {@code last} says that the list ends with it. */
    void page(Page page, boolean last);
  }

  private ListWalk() {}

  /**
   * Reads it.
   *
   * @param pass sees each page before the visitor does
   * @throws id.aduan.lapor.failure.FarEndException when a page cannot be read; the ones before were
   *     visited
   */
  static End read(
      PortalReader portal,
      Optional<Instant> since,
      ListPass pass,
      BooleanSupplier stopped,
      Visitor visitor) {
    Set<String> places = new HashSet<>();
    String place = PortalReader.FIRST;
    int repeats = 0;
    while (places.size() < PAGES_MAX && pass.size() < ITEMS_MAX) {
      if (stopped.getAsBoolean()) {
        return End.STOPPED;
      }
      if (!places.add(place)) {
        return End.REPEATED;
      }
      Page page = portal.changed(since, place);
      repeats = pass.add(page) ? 0 : repeats + 1;
      visitor.page(page, page.next().isEmpty());
      if (page.next().isEmpty()) {
        return End.WHOLE;
      }
      if (repeats >= REPEATS_MAX) {
        return End.REPEATED;
      }
      place = page.next().get();
    }
    return End.ENDLESS;
  }
}
