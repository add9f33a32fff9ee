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
 * Reads a page of changes. Pure. A change that breaks the agreement is handed over as it came, to
 * be kept aside; a page that does, or whose cursor does, is refused as a whole.
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
    List<ChangePage.Unreadable> unreadable = new ArrayList<>();
    List<Element> elements = items.all(root);
    for (Element element : elements) {
      try {
        changes.add(change(element));
      } catch (Unreadable e) {
        unreadable.add(new ChangePage.Unreadable(XmlText.raw(element), e.reason()));
      }
    }
    String next = text(root, cursor, "the cursor");
    if (next.isEmpty() && elements.isEmpty()) {
      next = asked;
    }
    if ((next.isEmpty() && !elements.isEmpty()) || next.length() > CURSOR_MAX) {
      throw broken("there is no usable cursor");
    }
    boolean moreWait =
        more.isPresent()
            ? List.of("true", "1").contains(text(root, more.get(), "'more'"))
            : elements.size() >= limit;
    return new ChangePage(changes, unreadable, next, moreWait && !next.equals(asked));
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

  private TicketChange change(Element element) throws Unreadable {
    Instant changedAt =
        item.time()
            .parse(told(element, item.at(), "at"))
            .orElseThrow(() -> new Unreadable("has no readable 'at'"));
    return new TicketChange(
        number(element, item.id(), "id"),
        number(element, item.ticket(), "ticket"),
        optional(element, item.reference(), "reference"),
        changedAt,
        isPublic(element),
        optional(element, item.text(), "text"),
        optional(element, item.status(), "status"),
        List.of());
  }

  private boolean isPublic(Element element) throws Unreadable {
    boolean proven = true;
    for (Map.Entry<ElementPath, String> proof : item.publicWhen().entrySet()) {
      proven &= told(element, proof.getKey(), "publicWhen").equals(proof.getValue());
    }
    return proven;
  }

  private static String number(Element element, ElementPath path, String name) throws Unreadable {
    return AgencyTicket.readNumber(told(element, path, name))
        .orElseThrow(() -> new Unreadable("has no '" + name + "'"));
  }

  private static String optional(Element element, Optional<ElementPath> path, String name)
      throws Unreadable {
    return path.isPresent() ? told(element, path.get(), name) : "";
  }

  private static String told(Element element, ElementPath path, String name) throws Unreadable {
    return path.text(element)
        .orElseThrow(() -> new Unreadable("has several texts, or none, for '" + name + "'"));
  }

  private String text(Element from, ElementPath path, String name) {
    return path.text(from).orElseThrow(() -> broken(name + " has several texts, or none"));
  }

  private FarEndException broken(String what) {
    return FarEndException.contract(operation + ": " + what + "; nothing was read");
  }

  /** What is wrong with a change; the reason fits behind a name of it and quotes nothing. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    Unreadable(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
