package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.simulator.WireSettings;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.FileStore;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.StoredFile;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files a complaint (portal-wire 2.5). There is no idempotency: the same call twice makes two. */
final class CreateEndpoint implements Endpoint {
  private final PortalDesk desk;
  private final FileStore files;
  private final Supplier<WireSettings> wire;

  CreateEndpoint(PortalDesk desk, FileStore files, Supplier<WireSettings> wire) {
    this.wire = wire;
    this.desk = desk;
    this.files = files;
  }

  @Override
  public Answer answer(Call call) throws IOException {
    ObjectNode body = call.json();
    List<StoredFile> evidence =
        AttachmentIds.parse(body.path("attachments"), wire.get().createAttachments()).stream()
            .map(this::uploaded)
            .toList();
    try {
      Complaint filed = desk.file(complaint(body), evidence);
      return Json.ok(NewId.of(filed.id(), wire.get()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, "disposition_id tidak dikenal");
    }
  }

  private StoredFile uploaded(int id) {
    return files.withId(id).orElseThrow(() -> new Refusal(422, "attachments tidak dikenal: " + id));
  }

  private static NewComplaint complaint(JsonNode body) {
    boolean assigned = body.path("is_disposisi_slider").asBoolean();
    return new NewComplaint(
        required(body, "title", NewComplaint.TITLE_CHARS_MAX),
        required(body, "content", NewComplaint.CONTENT_CHARS_MAX),
        number(body, "category_id"),
        Classifications.name(number(body, "classification_id")),
        Channels.name(number(body, "channel")),
        body.path("is_anonymous").asBoolean(),
        body.path("is_secret").asBoolean(),
        day(body.path("date_of_incident").asText("")),
        "",
        assigned ? number(body, "disposition_id") : null,
        body.path("is_new_user_slider").asBoolean() ? reporter(body) : null,
        List.of());
  }

  private static String required(JsonNode body, String name, int charsMax) {
    String text = body.path(name).asText("");
    if (text.isBlank() || text.length() > charsMax) {
      throw new Refusal(422, name + " wajib diisi, paling panjang " + charsMax + " karakter");
    }
    return text;
  }

  private static @Nullable Integer number(JsonNode body, String name) {
    JsonNode value = body.path(name);
    return value.isIntegralNumber() ? value.intValue() : null;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() || text.equals("null") ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal(422, "date_of_incident harus Y-m-d");
    }
  }

  private static Reporter reporter(JsonNode body) {
    return new Reporter(
        body.path("nameUser").asText(""),
        body.path("phoneUser").asText(""),
        body.path("emailUser").asText(""));
  }
}
