package id.aduan.lapor.mapping;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyWordsTest {

  private final Mapping mapping = Fixtures.rich();

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource({
    "BARU,RECEIVED",
    "' proses ',IN_PROGRESS",
    "Menunggu,WAITING_FOR_REPORTER",
    "Selesai,DONE",
    "bukan\u00a0wewenang,RETURNED",
    "TUTUP,UNKNOWN",
    "arsip,UNKNOWN"
  })
  void an_agencys_word_has_a_meaning_in_capitals_or_not(String word, Handling expected) {
    assertThat(mapping.handling("dishub", word)).isEqualTo(expected);
  }

  @Test
  void an_agency_without_words_says_nothing_that_we_know() {
    assertThat(mapping.handling("pupr", "SELESAI")).isEqualTo(Handling.UNKNOWN);
    assertThat(mapping.handling("polres", "SELESAI")).isEqualTo(Handling.UNKNOWN);
    assertThat(mapping.knowsStatus("dishub", "tutup")).isTrue();
    assertThat(mapping.knowsStatus("dishub", "arsip")).isFalse();
    assertThat(mapping.words("pupr", new Asking().build(), Status.UNKNOWN)).isEmpty();
    assertThat(mapping.words("polres", new Asking().build(), Status.UNKNOWN)).isEmpty();
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource({
    "UNVERIFIED,UNKNOWN,BARU",
    "REPORTER_REPLIED,REPORTER,PROSES",
    "CLOSED,ADMIN,SELESAI",
    "CLOSED,REPORTER,SELESAI",
    "CLOSED,SYSTEM,TUTUP",
    "CLOSED,UNKNOWN,TUTUP",
    "ARCHIVED,ADMIN,TUTUP"
  })
  void a_stage_has_a_word_and_closed_by_the_system_is_not_solved(
      Stage stage, Actor actor, String word) {
    Status status = new Status(stage, actor, "x");

    assertThat(mapping.words("dishub", new Asking().build(), status)).containsEntry("status", word);
  }

  @Test
  void a_status_that_is_not_known_has_no_word() {
    assertThat(mapping.words("dishub", new Asking().build(), Status.UNKNOWN))
        .doesNotContainKey("status");
  }

  @Test
  void without_a_word_of_its_own_closed_by_the_system_has_none() {
    Mapping plain =
        Fixtures.parse("m.yaml", Fixtures.text("rich.yaml").replace("closed_by_system: TUTUP", ""));
    Status closed = new Status(Stage.CLOSED, Actor.SYSTEM, "Ditutup oleh Sistem");

    assertThat(plain.words("dishub", new Asking().build(), closed)).doesNotContainKey("status");
  }

  @Test
  void what_is_known_of_a_complaint_has_the_agencys_words() {
    Question full =
        new Asking()
            .category("1398")
            .kind(Classification.Kind.SUPERVISORY_COMPLAINT)
            .channel("Website - pemerintah-kabupaten-bintan")
            .location("Kijang, Bintan")
            .build();

    assertThat(mapping.words("dishub", full, new Status(Stage.IN_PROGRESS, Actor.AGENCY, "")))
        .containsOnly(
            entry("status", "PROSES"),
            entry("channel", "WEB"),
            entry("classification", "B"),
            entry("priority", "1"),
            entry("category", "PJU"),
            entry("region", "BT"),
            entry("asal", "SP4N"),
            entry("sumber", "LAPOR"));
  }

  @Test
  void what_has_no_word_of_its_own_has_that_for_all_others_or_none() {
    Question sparse =
        new Asking()
            .category("921")
            .channel("ios")
            .location("21.01.07.1001")
            .classification(
                new Classification(Classification.Kind.UNKNOWN, "whistle blowing system"))
            .build();
    Question empty = new Asking().channel("Pos").location("Batam").build();

    assertThat(mapping.words("dishub", sparse, Status.UNKNOWN))
        .containsEntry("category", "KES")
        .containsEntry("channel", "APP")
        .containsEntry("classification", "W")
        .containsEntry("region", "BTN");
    assertThat(mapping.words("dishub", empty, Status.UNKNOWN))
        .containsEntry("channel", "LAIN")
        .containsEntry("priority", "3")
        .containsEntry("category", "UMUM")
        .doesNotContainKey("region");
  }
}
