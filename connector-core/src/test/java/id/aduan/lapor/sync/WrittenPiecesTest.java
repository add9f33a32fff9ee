package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.agency.ComplaintView;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.sync.Echoes.Written;
import id.aduan.lapor.sync.WrittenPieces.Sifted;
import id.aduan.lapor.sync.WrittenPieces.Writing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which of an agency's changes are our own writing. */
@Tag("C13")
class WrittenPiecesTest {
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final ComplaintView VIEW = new ComplaintView(ZONE, TextLimits.NONE);
  private static final Complaint CASE = Samples.complaint("9165816", "1398");
  private static final Written OPENED =
      WrittenPieces.before(Optional.empty(), writing(CASE, "BARU", true), NOW);

  private static AgencyComplaint told(Complaint complaint, String status) {
    return AgencyComplaint.of(complaint, 1, Map.of("status", status));
  }

  private static Writing writing(Complaint complaint, String status, boolean opens) {
    AgencyComplaint told = told(complaint, status);
    return new Writing(DISHUB, told.facts(), VIEW.texts(told), opens);
  }

  private static Written updated(Written before, Complaint complaint, String status) {
    return WrittenPieces.before(Optional.of(before), writing(complaint, status, false), NOW);
  }

  private static Complaint replied(String... texts) {
    return CASE.replied(
        IntStream.range(0, texts.length)
            .mapToObj(i -> new ReporterReply("" + i, Optional.of(NOW), texts[i]))
            .toList());
  }

  private static TicketChange change(String text, String status) {
    return new TicketChange("7", "T-1", "", NOW, true, text, status, List.of());
  }

  private static Sifted sift(Written ledger, String text, String status) {
    return WrittenPieces.sift(Optional.of(ledger), change(text, status), NOW);
  }

  @Test
  @Tag("F61")
  void what_was_written_comes_back_once_and_the_second_equal_one_is_the_agencys() {
    Sifted first = sift(OPENED, CASE.content(), "");
    Sifted second = sift(first.ledger().orElseThrow(), CASE.content(), "");

    assertThat(first.isNothing()).isTrue();
    assertThat(second.isEcho()).isFalse();
    assertThat(second.change().text()).isEqualTo(CASE.content());
    Happened.times("F61", 2, "our own text told back");
  }

  @Test
  void blanks_and_lines_make_no_other_text_of_it() {
    String reflowed = "  " + CASE.content().replace(" ", " \r\n ") + "\n";

    assertThat(sift(OPENED, reflowed, "").isNothing()).isTrue();
  }

  @Test
  void an_answer_that_says_something_else_is_never_ours() {
    assertThat(sift(OPENED, "Sudah kami perbaiki.", "SELESAI").isEcho()).isFalse();
    assertThat(sift(OPENED, CASE.content() + " Sudah.", "").isEcho()).isFalse();
  }

  @Test
  void our_status_word_comes_back_alone_or_with_our_text_but_not_beside_one_of_the_agencys() {
    assertThat(sift(OPENED, "", "baru").isNothing()).isTrue();
    assertThat(sift(OPENED, CASE.title(), "BARU").isNothing()).isTrue();
    assertThat(sift(OPENED, "Kami cek.", "BARU").isEcho()).isFalse();
  }

  @Test
  void the_status_beside_our_text_still_counts_when_it_is_not_the_one_we_wrote() {
    Sifted sifted = sift(OPENED, CASE.content(), "PROSES");

    assertThat(sifted.isEcho()).isTrue();
    assertThat(sifted.isNothing()).isFalse();
    assertThat(sifted.change().status()).isEqualTo("PROSES");
    assertThat(sifted.change().text()).isEmpty();
  }

  @Test
  void what_stood_there_already_is_not_expected_again_by_an_update() {
    Written heard = sift(OPENED, CASE.content(), "").ledger().orElseThrow();
    Written updated = updated(heard, CASE, "PROSES");

    assertThat(sift(updated, CASE.content(), "").isEcho()).isFalse();
    assertThat(sift(updated, "", "PROSES").isNothing()).isTrue();
  }

  @Test
  void a_word_that_is_written_again_after_another_comes_back_again() {
    Written heard = sift(OPENED, "", "BARU").ledger().orElseThrow();
    Written other = updated(heard, CASE, "PROSES");
    Written again = updated(other, CASE, "BARU");

    assertThat(sift(again, "", "BARU").isNothing()).isTrue();
  }

  @Test
  void where_nothing_comes_back_another_status_of_the_agency_makes_our_word_its_own() {
    Written worked = sift(OPENED, "", "PROSES").ledger().orElseThrow();

    assertThat(sift(worked, "", "BARU").isEcho()).isFalse();
    assertThat(sift(worked, CASE.content(), "").isNothing()).isTrue();
  }

  @Test
  void where_ours_comes_back_it_does_so_after_another_status_of_the_agency() {
    Written heard = sift(OPENED, CASE.content(), "BARU").ledger().orElseThrow();
    Written updated = updated(heard, CASE, "PROSES");

    Sifted other = sift(updated, "", "SELESAI");
    Written now = other.ledger().orElse(updated);

    assertThat(other.isEcho()).isFalse();
    assertThat(sift(now, "", "PROSES").isNothing()).isTrue();
  }

  @Test
  void each_reply_of_the_reporter_comes_back_once_where_texts_of_ours_do() {
    Written heard = sift(OPENED, CASE.content(), "").ledger().orElseThrow();
    Written updated = updated(heard, replied("Masih padam."), "BARU");

    Sifted first = sift(updated, "Masih padam.", "");

    assertThat(first.isNothing()).isTrue();
    assertThat(sift(first.ledger().orElseThrow(), "Masih padam.", "").isEcho()).isFalse();
  }

  @Test
  void a_short_text_is_doubtful_where_nothing_of_ours_ever_came_back() {
    Written updated = updated(OPENED, replied("Terima kasih"), "BARU");

    Sifted sifted = sift(updated, "Terima kasih", "");

    assertThat(sifted.isDoubtful()).isTrue();
    assertThat(sifted.isNothing()).isFalse();
    assertThat(sifted.change().text()).isEqualTo("Terima kasih");
  }

  @Test
  void a_status_that_came_back_does_not_tell_that_texts_do() {
    Written heard = sift(OPENED, "", "BARU").ledger().orElseThrow();
    Written updated = updated(heard, replied("Terima kasih"), "BARU");

    assertThat(sift(updated, "Terima kasih", "").isDoubtful()).isTrue();
  }

  @Test
  void a_change_with_files_is_never_dropped() {
    TicketChange filed =
        new TicketChange(
            "7",
            "T-1",
            "",
            NOW,
            true,
            CASE.content(),
            "",
            List.of(new Attachment("foto.jpg", "https://dishub.example/7")));

    Sifted sifted = WrittenPieces.sift(Optional.of(OPENED), filed, NOW);

    assertThat(sifted.isDoubtful()).isTrue();
    assertThat(sifted.change()).isEqualTo(filed);
  }

  @Test
  void content_comes_back_with_the_replies_at_its_end_and_as_a_field_cuts_it() {
    ComplaintView narrow = new ComplaintView(ZONE, new TextLimits(20, 45, "..."));
    AgencyComplaint told = told(replied("Masih padam."), "BARU");
    Written whole = updated(OPENED, replied("Masih padam."), "BARU");
    Writing cut = new Writing(DISHUB, told.facts(), narrow.texts(told), false);
    Written fitted = WrittenPieces.before(Optional.of(OPENED), cut, NOW);

    String content = String.valueOf(VIEW.of(told).get("content"));
    String narrowed = String.valueOf(narrow.of(told).get("content"));

    assertThat(content).contains(CASE.content(), "Masih padam.");
    assertThat(sift(whole, content, "").isNothing()).isTrue();
    assertThat(narrowed).isNotEqualTo(content);
    assertThat(sift(fitted, narrowed, "").isNothing()).isTrue();
  }

  @Test
  void of_a_ticket_of_which_nothing_is_known_an_update_awaits_the_newest_reply_alone() {
    Writing update = writing(replied("Sudah lama.", "Masih padam."), "", false);
    Written first = WrittenPieces.before(Optional.empty(), update, NOW);

    assertThat(sift(first, "Sudah lama.", "").isDoubtful()).isFalse();
    assertThat(sift(first, "Masih padam.", "").isDoubtful()).isTrue();
  }

  @Test
  void a_word_that_we_write_over_the_agencys_comes_back_anew() {
    Written heard = sift(OPENED, CASE.content(), "BARU").ledger().orElseThrow();
    Written theirs = sift(heard, "", "SELESAI").ledger().orElseThrow();

    assertThat(sift(updated(theirs, CASE, "BARU"), "", "BARU").isNothing()).isTrue();
  }

  @Test
  void our_word_is_left_out_of_an_update_where_it_stands_or_the_agency_has_said_its_own() {
    Optional<Written> opened = Optional.of(OPENED);

    assertThat(WrittenPieces.update(opened, told(CASE, "BARU"), "").facts().words()).isEmpty();
    assertThat(WrittenPieces.update(opened, told(CASE, "PROSES"), "SELESAI").facts().words())
        .isEmpty();
    assertThat(WrittenPieces.update(opened, told(CASE, "PROSES"), "baru").facts().words())
        .containsEntry("status", "PROSES");
    assertThat(WrittenPieces.update(opened, told(CASE, "PROSES"), "").facts().words())
        .containsEntry("status", "PROSES");
  }

  @Test
  void after_a_week_nothing_is_taken_for_an_echo() {
    Instant late = NOW.plus(WrittenPieces.AGE_MAX).plusSeconds(1);

    Sifted sifted = WrittenPieces.sift(Optional.of(OPENED), change(CASE.content(), ""), late);

    assertThat(sifted.isEcho()).isFalse();
  }

  @Test
  void the_ledger_of_a_ticket_is_bounded_and_keeps_what_is_newest() {
    List<ReporterReply> many =
        IntStream.range(0, 200)
            .mapToObj(i -> new ReporterReply("" + i, Optional.of(NOW), "Balasan " + i))
            .toList();
    Written updated =
        WrittenPieces.before(Optional.empty(), writing(CASE.replied(many), "", true), NOW);

    assertThat(updated.pieces()).hasSize(WrittenPieces.PIECES_MAX);
    assertThat(sift(updated, "Balasan 199", "").isDoubtful()).isTrue();
    assertThat(sift(updated, "Balasan 100", "").isDoubtful()).isFalse();
    assertThat(sift(updated, CASE.content(), "").isNothing()).isTrue();
  }
}
