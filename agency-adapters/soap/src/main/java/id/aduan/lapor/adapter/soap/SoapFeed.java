package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.agency.wire.TimeForm;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.wire.HttpOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads a page of changes. Pure. A page that breaks the agreement is refused as a whole: skipping a
 * change would lose an answer without anybody noticing.
 */
record SoapFeed(
    String operation,
    int limit,
    ElementPath items,
    ElementPath cursor,
    Optional<ElementPath> more,
    CodeRule code,
    Item item) {
  private static final int CURSOR_MAX = 1024;

  /** Where one change keeps what it tells. */
  record Item(
      ElementPath id,
      ElementPath ticket,
      Optional<ElementPath> reference,
      ElementPath at,
      TimeForm time,
      Optional<ElementPath> text,
      Optional<ElementPath> status,
      Map<ElementPath, String> publicWhen) {

    static Item of(SoapConfig.Item item, Shape shape) {
      return new Item(
          ElementPath.of(item.id(), shape),
          ElementPath.of(item.ticket(), shape),
          item.reference().map(path -> ElementPath.of(path, shape)),
          ElementPath.of(item.at(), shape),
          item.time(),
          item.text().map(path -> ElementPath.of(path, shape)),
          item.status().map(path -> ElementPath.of(path, shape)),
          item.publicWhen().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      proof -> ElementPath.of(proof.getKey(), shape), Map.Entry::getValue)));
    }
  }

  static SoapFeed of(SoapConfig.Changes changes, Shape answer) {
    ElementPath items = ElementPath.of(changes.items(), answer);
    return new SoapFeed(
        changes.request().operation(),
        changes.limit(),
        items,
        ElementPath.of(changes.cursor(), answer),
        changes.more().map(path -> ElementPath.of(path, answer)),
        CodeRule.of(changes.code(), answer),
        Item.of(changes.item(), items.end()));
  }

  /**
   * @param asked the cursor that the page was asked with
   */
  ChangePage read(SoapAnswer answer, String asked, Instant now) {
    Element root = promised(answer, now);
    List<TicketChange> changes = new ArrayList<>();
    for (Element element : items.all(root)) {
      changes.add(change(element, "change " + (changes.size() + 1)));
    }
    String next = text(root, cursor, "the cursor");
    if (next.isEmpty() && changes.isEmpty()) {
      next = asked;
    }
    if ((next.isEmpty() && !changes.isEmpty()) || next.length() > CURSOR_MAX) {
      throw broken("there is no usable cursor");
    }
    boolean moreWait =
        more.isPresent()
            ? List.of("true", "1").contains(text(root, more.get(), "'more'"))
            : changes.size() >= limit;
    return new ChangePage(changes, next, moreWait && !next.equals(asked));
  }

  private Element promised(SoapAnswer answer, Instant now) {
    if (answer instanceof SoapAnswer.NoAnswer none) {
      throw HttpOutcome.unread(none.failure());
    } else if (answer instanceof SoapAnswer.NotSoap other) {
      throw other.reply().isSuccess()
          ? broken("the answer is no SOAP")
          : HttpOutcome.unread(other.call(), other.reply(), now);
    } else if (answer instanceof SoapAnswer.Fault) {
      throw FarEndException.unreachable(operation + " was answered with a fault; nothing was read");
    } else if (answer instanceof SoapAnswer.Broken broken) {
      throw broken("it brought " + broken.summary());
    }
    Element root = ((SoapAnswer.Answer) answer).root();
    if (code.judge(root) != CodeRule.Verdict.OK) {
      throw broken("the code in the answer is not one of success");
    }
    return root;
  }

  private TicketChange change(Element element, String name) {
    Instant changedAt =
        item.time()
            .parse(text(element, item.at(), name))
            .orElseThrow(() -> broken(name + " has no readable 'at'"));
    return new TicketChange(
        number(element, item.id(), name + " has no 'id'"),
        number(element, item.ticket(), name + " has no 'ticket'"),
        optional(element, item.reference(), name),
        changedAt,
        isPublic(element, name),
        optional(element, item.text(), name),
        optional(element, item.status(), name),
        List.of());
  }

  private boolean isPublic(Element element, String name) {
    return item.publicWhen().entrySet().stream()
        .allMatch(proof -> text(element, proof.getKey(), name).equals(proof.getValue()));
  }

  private String number(Element element, ElementPath path, String otherwise) {
    return AgencyTicket.readNumber(text(element, path, otherwise))
        .orElseThrow(() -> broken(otherwise));
  }

  private String optional(Element element, Optional<ElementPath> path, String name) {
    return path.isPresent() ? text(element, path.get(), name) : "";
  }

  private String text(Element from, ElementPath path, String name) {
    return path.text(from).orElseThrow(() -> broken(name + " has several texts, or none"));
  }

  private FarEndException broken(String what) {
    return FarEndException.contract(operation + ": " + what + "; nothing was read");
  }
}
