package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Multipart;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.AgencyAnswer;
import id.aduan.lapor.simulator.state.PortalDesk;
import java.io.IOException;
import java.util.List;

/**
 * Takes an agency's follow-up (portal-wire 2.9). It answers no id, and takes the same request twice
 * for two follow-ups. Every field that has been seen must be there, even if empty.
 */
final class FollowUpAddEndpoint implements Endpoint {
  private static final List<String> FIELDS =
      List.of(
          "user_id",
          "institution_from_id",
          "institution_to_id",
          "complaint_id",
          "info_disposition",
          "template_code",
          "rating",
          "is_secret",
          "content");

  private final PortalDesk desk;

  FollowUpAddEndpoint(PortalDesk desk) {
    this.desk = desk;
  }

  @Override
  public Answer answer(Call call) throws IOException {
    Multipart form = call.form();
    List<String> missing =
        FIELDS.stream().filter(name -> !form.fields().containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new Refusal(422, "wajib ada: " + String.join(", ", missing));
    }
    Uploads.check(form.files(), "attachment\\[\\d+]");
    check(form);
    desk.answer(form.field("complaint_id"), new AgencyAnswer(form.fields(), form.files()));
    return Json.message(200, "Berhasil");
  }

  private static void check(Multipart form) {
    if (form.field("content").isBlank()) {
      throw new Refusal(422, "content wajib diisi");
    }
    if (!form.field("is_secret").matches("[01]")) {
      throw new Refusal(422, "is_secret harus 0 atau 1");
    }
    if (!form.field("institution_from_id").matches("\\d{1,9}")) {
      throw new Refusal(422, "institution_from_id harus bilangan");
    }
  }
}
