package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.agency.wire.TimeForm;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.json.Expression;
import id.aduan.lapor.json.ExpressionFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one change. Only {@code true} proves it public, and nothing that merely counts as true. */
record ChangeItem(
    JsonPointer id,
    JsonPointer ticket,
    Optional<JsonPointer> reference,
    JsonPointer at,
    TimeForm time,
    Optional<JsonPointer> text,
    Optional<JsonPointer> status,
    Expression publicWhen,
    Optional<FilePointers> files) {

  static ChangeItem of(RestConfig.Item item) {
    return new ChangeItem(
        Json.pointer(item.id()),
        Json.pointer(item.ticket()),
        item.reference().map(Json::pointer),
        Json.pointer(item.at()),
        item.time(),
        item.text().map(Json::pointer),
        item.status().map(Json::pointer),
        Expression.compile(item.publicWhen()),
        item.attachments().map(FilePointers::of));
  }

  /** What stands in a list of changes, in its order. */
  record Read(List<TicketChange> changes, List<ChangePage.Unreadable> unreadable) {}

  Read readAll(Iterable<JsonNode> nodes) {
    List<TicketChange> changes = new ArrayList<>();
    List<ChangePage.Unreadable> unreadable = new ArrayList<>();
    for (JsonNode node : nodes) {
      try {
        changes.add(read(node));
      } catch (Unreadable e) {
        unreadable.add(new ChangePage.Unreadable(Json.raw(node), e.reason()));
      }
    }
    return new Read(changes, unreadable);
  }

  private TicketChange read(JsonNode node) throws Unreadable {
    Instant changedAt =
        time.parse(text(node, at, "at")).orElseThrow(() -> new Unreadable("has no readable 'at'"));
    return new TicketChange(
        number(node, id, "id"),
        number(node, ticket, "ticket"),
        optional(node, reference, "reference"),
        changedAt,
        isPublic(node),
        optional(node, text, "text"),
        optional(node, status, "status"),
        files.isPresent() ? files.get().read(node) : List.of());
  }

  private boolean isPublic(JsonNode node) throws Unreadable {
    try {
      Object proof = publicWhen.evaluate(Json.plain(node));
      if (proof != null && !(proof instanceof Boolean)) {
        throw new Unreadable("gives neither true nor false for 'publicWhen'");
      }
      return Boolean.TRUE.equals(proof);
    } catch (ExpressionFailure e) {
      throw new Unreadable("has no 'publicWhen', it " + e.getMessage());
    }
  }

  private static String number(JsonNode node, JsonPointer pointer, String name) throws Unreadable {
    return AgencyTicket.readNumber(text(node, pointer, name))
        .orElseThrow(() -> new Unreadable("has no '" + name + "'"));
  }

  private static String optional(JsonNode node, Optional<JsonPointer> pointer, String name)
      throws Unreadable {
    return pointer.isPresent() ? text(node, pointer.get(), name) : "";
  }

  private static String text(JsonNode node, JsonPointer pointer, String name) throws Unreadable {
    String text =
        Json.text(node, pointer)
            .orElseThrow(() -> new Unreadable("has an object or a list for '" + name + "'"));
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new Unreadable("has half a character in '" + name + "'");
    }
    return text;
  }

  /** Where the files of a change are. */
  record FilePointers(JsonPointer list, JsonPointer fileName, JsonPointer url) {

    static FilePointers of(RestConfig.Files files) {
      return new FilePointers(
          Json.pointer(files.list()), Json.pointer(files.fileName()), Json.pointer(files.url()));
    }

    List<Attachment> read(JsonNode node) throws Unreadable {
      List<Attachment> found = new ArrayList<>();
      for (JsonNode file : node.at(list)) {
        String address = text(file, url, "attachments.url");
        if (!address.isEmpty()) {
          found.add(new Attachment(text(file, fileName, "attachments.fileName"), address));
        }
      }
      return found;
    }
  }

  /** What breaks the agreement; the reason fits behind a name of the change and quotes nothing. */
  static final class Unreadable extends Exception {
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
