package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.Lookup.Absent;
import id.aduan.lapor.delivery.Lookup.CannotTell;
import id.aduan.lapor.delivery.Lookup.Found;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Decides what the answer to a search by our reference means. Pure. "Absent" needs the promised
 * answer without a foreign code; a page full of other tickets is no search.
 */
record SoapSearch(
    String operation,
    ElementPath items,
    ElementPath ticket,
    Optional<ElementPath> match,
    CodeRule code) {
  private static final int NEIGHBOURS_MAX = 10;

  static SoapSearch of(SoapConfig.Find find, Shape answer) {
    ElementPath items = ElementPath.of(find.items(), answer);
    return new SoapSearch(
        find.request().operation(),
        items,
        ElementPath.of(find.ticket(), items.end()),
        find.match().map(path -> ElementPath.of(path, items.end())),
        CodeRule.of(find.code(), answer));
  }

  Lookup read(SoapAnswer answer, String reference) {
    if (!(answer instanceof SoapAnswer.Answer promised)) {
      return new CannotTell(operation + " did not bring the promised answer");
    }
    return switch (code.judge(promised.root())) {
      case NOT_KNOWN -> new CannotTell(operation + " was answered with a code that proves nothing");
      case REFUSED -> new Absent();
      case OK -> among(items.all(promised.root()), reference);
    };
  }

  private Lookup among(List<Element> found, String ours) {
    if (found.isEmpty()) {
      return new Absent();
    }
    if (match.isEmpty()) {
      return found.size() == 1
          ? number(found.get(0))
          : new CannotTell(operation + " found several tickets, and 'match' is not set");
    }
    for (Element item : found) {
      Optional<String> theirs = match.get().text(item);
      if (theirs.isEmpty()) {
        return new CannotTell(operation + " found a ticket whose reference is no text");
      }
      if (theirs.get().equals(ours)) {
        return number(item);
      }
    }
    return found.size() < NEIGHBOURS_MAX
        ? new Absent()
        : new CannotTell(operation + " found many tickets, none with our reference");
  }

  private Lookup number(Element item) {
    return ticket
        .text(item)
        .flatMap(AgencyTicket::readNumber)
        .<Lookup>map(Found::new)
        .orElseGet(() -> new CannotTell(operation + " found a ticket without a number"));
  }
}
