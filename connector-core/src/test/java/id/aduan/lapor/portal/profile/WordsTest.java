package id.aduan.lapor.portal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.portal.profile.Words.Vocabulary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Words WORDS = Words.standard();

  @ParameterizedTest
  @CsvSource({
    "API, Belum Terverifikasi, UNVERIFIED, UNKNOWN",
    "API, Dalam Proses, IN_PROGRESS, UNKNOWN",
    "API, Selesai, CLOSED, UNKNOWN",
    "API, Diarsipkan, ARCHIVED, UNKNOWN",
    "API, Ditolak, REJECTED, UNKNOWN",
    "EXPORT, Ditutup oleh Sistem, CLOSED, SYSTEM",
    "EXPORT, Ditutup oleh Admin, CLOSED, ADMIN",
    "EXPORT, Ditutup oleh Pelapor, CLOSED, REPORTER",
    "EXPORT, Diarsipkan oleh Admin, ARCHIVED, ADMIN",
    "EXPORT, Diarsipkan oleh Sistem, ARCHIVED, SYSTEM",
    "EXPORT, Diarsipkan oleh Pelapor, ARCHIVED, REPORTER",
    "EXPORT, Menunggu Kelengkapan Informasi, WAITING_FOR_REPORTER, UNKNOWN",
    "EXPORT, Konten Terblokir, BLOCKED, UNKNOWN",
    "EXPORT, Belum Terverifikasi, UNVERIFIED, UNKNOWN",
    "EXPORT, Terverifikasi, VERIFIED, UNKNOWN",
    "EXPORT, Ditindaklanjuti oleh Instansi, IN_PROGRESS, AGENCY",
    "EXPORT, Ditanggapi oleh Pelapor, REPORTER_REPLIED, REPORTER",
    "EXPORT, Selesai, CLOSED, UNKNOWN",
    "PUBLIC, Ditindaklanjuti oleh Instansi, IN_PROGRESS, AGENCY",
    "PUBLIC, Ditanggapi oleh Pelapor, REPORTER_REPLIED, REPORTER",
    "PUBLIC, Selesai otomatis dalam 10 hari, IN_PROGRESS, UNKNOWN",
    "PUBLIC, Selesai otomatis dalam 3 hari, IN_PROGRESS, UNKNOWN",
    "DASHBOARDS, belum_terverifikasi, UNVERIFIED, UNKNOWN",
    "DASHBOARDS, belum_ditindaklanjuti, VERIFIED, UNKNOWN",
    "DASHBOARDS, proses, IN_PROGRESS, UNKNOWN",
    "DASHBOARDS, selesai, CLOSED, UNKNOWN"
  })
  @Tag("portal-wire-12.5")
  void each_of_the_four_vocabularies_means_a_stage_and_its_actor(
      Vocabulary vocabulary, String word, Stage stage, Actor actor) {
    Status status = WORDS.status(vocabulary, word);

    assertThat(status).isEqualTo(new Status(stage, actor, word));
    assertThat(WORDS.unfamiliar(status)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DITUTUP  OLEH sistem", " Ditutup\u00a0oleh\u00a0Sistem\n", "ditutup_oleh_sistem"})
  void case_blanks_and_what_looks_like_blanks_make_no_difference(String word) {
    assertThat(WORDS.status(word)).isEqualTo(new Status(Stage.CLOSED, Actor.SYSTEM, word));
  }

  @Test
  void an_unknown_word_is_unknown_keeps_its_form_and_is_told() {
    Status status = WORDS.status("Dibuka Kembali");

    assertThat(status).isEqualTo(new Status(Stage.UNKNOWN, Actor.UNKNOWN, "Dibuka Kembali"));
    assertThat(WORDS.unfamiliar(status)).contains("status: dibuka kembali");
  }

  @Test
  void whoever_acted_is_not_told_when_it_is_nobody_that_we_know() {
    Status status = WORDS.status("Ditutup oleh Budi ZZPII");

    assertThat(status.stage()).isEqualTo(Stage.CLOSED);
    assertThat(status.actor()).isEqualTo(Actor.UNKNOWN);
    assertThat(WORDS.unfamiliar(status)).contains("status: ditutup oleh ?");
    assertThat(WORDS.unfamiliar(WORDS.status("Dihapus oleh Budi ZZPII")))
        .contains("status: dihapus oleh ?");
  }

  @Test
  void a_known_actor_behind_an_unknown_deed_is_known() {
    assertThat(WORDS.status("Dibuka oleh Admin").actor()).isEqualTo(Actor.ADMIN);
  }

  @Test
  void a_text_in_the_place_of_a_word_is_not_told() {
    assertThat(WORDS.unfamiliar(WORDS.status("ZZPII ".repeat(20))).orElseThrow())
        .doesNotContain("zzpii");
  }

  @Test
  void nothing_is_unknown_and_ordinary() {
    assertThat(WORDS.status(" \u00a0 ")).isEqualTo(Status.UNKNOWN);
    assertThat(WORDS.unfamiliar(Status.UNKNOWN)).isEmpty();
    assertThat(WORDS.classification("")).isEqualTo(Classification.UNKNOWN);
    assertThat(WORDS.unfamiliar(Classification.UNKNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Pengaduan Berkadar Pengawasan, SUPERVISORY_COMPLAINT",
    "pengaduan tidak  berkadar pengawasan, ORDINARY_COMPLAINT",
    "Permintaan Informasi, INFORMATION_REQUEST",
    "Aspirasi, ASPIRATION"
  })
  void a_classification_keeps_its_word(String word, Classification.Kind kind) {
    assertThat(WORDS.classification(word)).isEqualTo(new Classification(kind, word));
  }

  @Test
  void an_unknown_classification_is_told() {
    assertThat(WORDS.unfamiliar(WORDS.classification("Whistle Blowing System")))
        .contains("classification: whistle blowing system");
  }
}
