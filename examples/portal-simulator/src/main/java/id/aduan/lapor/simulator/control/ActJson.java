package id.aduan.lapor.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.Status;
import java.util.List;
import java.util.Locale;

/** What admins and reporters do, as the control API writes it. */
final class ActJson {
  private static final int TEXT_CHARS_MAX = NewComplaint.CONTENT_CHARS_MAX;

  private ActJson() {}

  /**
   * Does it.
   *
   * @throws IllegalArgumentException with one line that says what can be said instead
   */
  static Complaint act(PortalDesk desk, String id, String act, ObjectNode said) {
    return switch (act) {
      case "verify" -> desk.verify(id);
      case "assign" -> desk.assign(id, institution(said));
      case "forward" -> desk.forward(id, institution(said), text(said, "reason"));
      case "postpone" -> desk.postpone(id, text(said, "reason"));
      case "close" -> desk.close(id, by("CLOSED", said));
      case "archive" -> desk.close(id, by("ARCHIVED", said), text(said, "reason"));
      case "block" -> desk.close(id, Status.BLOCKED);
      case "reopen" -> desk.reopen(id);
      case "edit" -> {
        Complaint before = desk.get(id);
        yield desk.edit(
            id,
            said.has("title") ? text(said, "title") : before.filed().title(),
            said.has("content") ? text(said, "content") : before.filed().content());
      }
      case "show" -> {
        Complaint before = desk.get(id);
        yield desk.show(
            id,
            said.path("anonymous").asBoolean(before.filed().anonymous()),
            said.path("secret").asBoolean(before.filed().secret()));
      }
      case "reply" -> {
        desk.reply(id, required(said, "content"), List.of());
        yield desk.get(id);
      }
      default ->
          throw new IllegalArgumentException(
              "no act '"
                  + act
                  + "'; there are verify, assign, forward, postpone, close, archive, block,"
                  + " reopen, edit, show, reply, remove");
    };
  }

  /** A complaint of an invented reporter, unless one is said. */
  static NewComplaint complaint(ObjectNode said) {
    NewComplaint complaint =
        NewComplaint.of(
                required(said, "title"),
                required(said, "content"),
                new Reporter(
                    said.path("name").asText("Pelapor Contoh"),
                    said.path("phone").asText("081200000000"),
                    said.path("email").asText("pelapor@contoh.example")))
            .withClassification(text(said, "classification"))
            .withVisibility(
                said.path("anonymous").asBoolean(false), said.path("secret").asBoolean(false));
    NewComplaint sorted =
        said.has("category_id") ? complaint.withCategory(whole(said, "category_id")) : complaint;
    NewComplaint assigned =
        said.has("disposition_id") ? sorted.withDisposition(whole(said, "disposition_id")) : sorted;
    return said.has("channel") ? assigned.withChannel(text(said, "channel")) : assigned;
  }

  /** Digits, as tracking ids are. */
  static void number(String name, String text) {
    if (!text.matches("\\d{1,15}")) {
      throw new IllegalArgumentException(name + " is a tracking id");
    }
  }

  private static Status by(String what, ObjectNode said) {
    String actor = said.path("by").asText("admin");
    return switch (actor) {
      case "system", "admin", "reporter" ->
          Status.valueOf(what + "_BY_" + actor.toUpperCase(Locale.ROOT));
      default -> throw new IllegalArgumentException("by is system, admin or reporter");
    };
  }

  private static int institution(ObjectNode said) {
    return whole(said, "institution");
  }

  private static int whole(ObjectNode said, String name) {
    JsonNode value = said.path(name);
    if (!value.canConvertToInt()) {
      throw new IllegalArgumentException(name + " is a whole number");
    }
    return value.intValue();
  }

  private static String required(ObjectNode said, String name) {
    String text = text(said, name);
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text;
  }

  private static String text(ObjectNode said, String name) {
    String text = said.path(name).asText("");
    if (text.length() > TEXT_CHARS_MAX) {
      throw new IllegalArgumentException(name + " has at most " + TEXT_CHARS_MAX + " characters");
    }
    return text;
  }
}
