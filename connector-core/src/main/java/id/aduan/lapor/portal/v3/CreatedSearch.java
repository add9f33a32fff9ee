package id.aduan.lapor.portal.v3;

import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalState;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks through the portal's list for the one complaint whose text begins with our reference, which
 * is the only thing that connects the two (portal-wire 12 no. 4). A text that merely quotes it may
 * be a copy or a guess, and is not taken for ours. Only a list that could be read as a whole proves
 * that there is none.
 */
final class CreatedSearch {
  private final PortalReader reader;

  CreatedSearch(PortalReader reader) {
    this.reader = reader;
  }

  Lookup find(String reference, Instant since) {
    if (!reader.lists() || reference.isBlank()) {
      return new Lookup.CannotTell("the portal lists no complaints to look through", false);
    }
    try {
      return search(pattern(reference), since);
    } catch (FarEndException e) {
      return Lookup.cannotTell(e);
    }
  }

  /** That there is none is proven by a list of one page, or by two passes that agree (F57). */
  private Lookup search(Pattern reference, Instant since) {
    Pass first = pass(reference, since);
    if (first.pages == 1 || !first.ours.isEmpty() || !first.proves()) {
      return first.lookup();
    }
    Pass second = pass(reference, since);
    return !second.ours.isEmpty() || second.items.containsAll(first.items)
        ? second.lookup()
        : new Lookup.CannotTell("the portal's list changed while it was read", false);
  }

  private Pass pass(Pattern reference, Instant since) {
    Pass pass = new Pass();
    Set<Page> seen = new HashSet<>();
    Optional<String> place = Optional.of(PortalReader.FIRST);
    while (place.isPresent()) {
      Page page = reader.changed(Optional.of(since), place.get());
      if (pass.pages >= V3Pages.PAGES_MAX || !seen.add(page)) {
        pass.ended = false;
        return pass;
      }
      pass.add(page, reference);
      place = page.next();
    }
    return pass;
  }

  /** One reading of the list. */
  private static final class Pass {
    private final Set<String> ours = new HashSet<>();
    private final Set<Object> items = new HashSet<>();
    private int pages;
    private boolean ended = true;
    private boolean allRead = true;
    private boolean quoted;

    void add(Page page, Pattern reference) {
      pages++;
      for (PortalState state : page.states()) {
        String id = state.complaint().id().value();
        Matcher matcher = reference.matcher(PlainText.of(state.complaint().content()));
        if (matcher.lookingAt()) {
          ours.add(id);
        } else {
          quoted |= matcher.find();
        }
        items.add(List.of(id, state.updatedAt()));
        allRead &= state.whole();
      }
      allRead &= page.unreadable().isEmpty();
    }

    boolean proves() {
      return ended && allRead && !quoted;
    }

    Lookup lookup() {
      if (ours.size() > 1) {
        return cannotTell("several complaints of the portal's begin with our reference");
      }
      if (!ended) {
        return cannotTell("the portal's list does not end");
      }
      if (!ours.isEmpty()) {
        return new Lookup.Found(ours.iterator().next());
      }
      if (!allRead) {
        return cannotTell("the portal's list holds complaints without a text");
      }
      return quoted
          ? cannotTell("a complaint of the portal's quotes our reference, but not at its beginning")
          : new Lookup.Absent();
    }

    private static Lookup cannotTell(String why) {
      return new Lookup.CannotTell(why, false);
    }
  }

  /**
   * White space may have been re-flowed and cases changed, as the portal's staff do; a number must
   * not go on where the reference ends.
   */
  static Pattern pattern(String reference) {
    String words =
        Arrays.stream(reference.strip().split("[\\s\\u00a0]+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s\\u00a0]*"));
    return Pattern.compile(
        "(?<![0-9](?=[0-9]))" + words + "(?!(?<=[0-9])[0-9])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
