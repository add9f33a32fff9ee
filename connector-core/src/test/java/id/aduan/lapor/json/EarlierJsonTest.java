package id.aduan.lapor.json;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents of earlier versions, which knew less. */
class EarlierJsonTest {
  private static final Complaint COMPLAINT = Samples.complaint("9200001", "1398");

  private static byte[] without(byte[] json, String... fields) {
    String text = new String(json, StandardCharsets.UTF_8);
    for (String field : fields) {
      assertThat(text).contains(field);
      text = text.replace(field, "");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_complaint_without_replies_is_read_as_one_to_which_nothing_was_added() {
    byte[] earlier = without(ModelJson.write(COMPLAINT), ",\"replies\":[]");

    assertThat(ModelJson.read(earlier, Complaint.class)).isEqualTo(COMPLAINT);
  }

  @Test
  void so_is_what_an_agency_may_see() {
    AgencyComplaint visible = AgencyComplaint.of(COMPLAINT);
    byte[] earlier = without(ModelJson.writeFor(visible), ",\"replies\":[]");

    assertThat(ModelJson.readAgencyComplaint(earlier)).isEqualTo(visible);
  }

  @Test
  void what_the_reporter_added_is_kept() {
    Complaint replied =
        COMPLAINT.replied(
            List.of(new ReporterReply("FOLLOW_UP 7", Optional.empty(), "Masih gelap.")));

    assertThat(ModelJson.read(ModelJson.write(replied), Complaint.class)).isEqualTo(replied);
  }

  @Test
  void an_answer_without_flag_and_template_is_a_public_one_with_the_usual_template() {
    byte[] earlier =
        ("{\"complaint\":{\"value\":\"9200001\"},\"agency\":{\"value\":\"dishub\"},"
                + "\"changeId\":\"7\",\"answeredAt\":\"2026-11-23T05:00:00Z\",\"content\":\"Sudah.\","
                + "\"attachments\":[]}")
            .getBytes(StandardCharsets.UTF_8);

    FollowUp read = ModelJson.read(earlier, FollowUp.class);

    assertThat(read.secret()).isFalse();
    assertThat(read.template()).isEmpty();
    assertThat(read.enclosures()).isEmpty();
  }
}
