package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.wire.ReferenceMatch;
import id.aduan.lapor.agency.wire.ReferenceMatch.Candidate;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.Lookup.Absent;
import id.aduan.lapor.delivery.Lookup.CannotTell;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Decides what the answer to a search by our reference means. Pure. "Absent" needs the promised
 * answer with a code of success, or a code that is configured to say so.
 */
record SoapSearch(
    String operation,
    ElementPath items,
    ElementPath ticket,
    Optional<ElementPath> match,
    CodeRule code) {
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
      return new CannotTell(operation + " brought " + answer.summary());
    }
    return switch (code.judge(promised.root())) {
      case NOT_KNOWN -> new CannotTell(operation + " was answered with a code that proves nothing");
      case REFUSED -> new Absent();
      case OK -> among(items.all(promised.root()), reference);
    };
  }

  private Lookup among(List<Element> found, String ours) {
    List<Candidate> candidates = found.stream().map(this::candidate).toList();
    return match.isPresent()
        ? ReferenceMatch.byReference(operation, candidates, ours)
        : ReferenceMatch.single(operation, candidates);
  }

  private Candidate candidate(Element item) {
    return new Candidate(
        match.flatMap(path -> path.text(item)),
        ticket.text(item).flatMap(AgencyTicket::readNumber));
  }
}
