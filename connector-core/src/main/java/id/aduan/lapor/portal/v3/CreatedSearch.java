package id.aduan.lapor.portal.v3;

import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalState;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks through the portal's list for a complaint that holds our reference in its text, which is
 * the only thing that connects the two (portal-wire 12 no. 4). Only a list that could be read as a
 * whole proves that there is none.
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

  private Lookup search(Pattern reference, Instant since) {
    boolean allRead = true;
    Set<Page> seen = new HashSet<>();
    Optional<String> place = Optional.of(PortalReader.FIRST);
    for (int pages = 0; place.isPresent(); pages++) {
      Page page = reader.changed(Optional.of(since), place.get());
      if (pages >= V3Pages.PAGES_MAX || !seen.add(page)) {
        return new Lookup.CannotTell("the portal's list does not end", false);
      }
      for (PortalState state : page.states()) {
        if (reference.matcher(state.complaint().content()).find()) {
          return new Lookup.Found(state.complaint().id().value());
        }
        allRead &= state.whole();
      }
      allRead &= page.unreadable().isEmpty();
      place = page.next();
    }
    return allRead
        ? new Lookup.Absent()
        : new Lookup.CannotTell("the portal's list holds complaints without a text", false);
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
