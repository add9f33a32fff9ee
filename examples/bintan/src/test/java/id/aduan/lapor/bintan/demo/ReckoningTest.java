package id.aduan.lapor.bintan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.bintan.demo.FileReckoning.Kept;
import id.aduan.lapor.bintan.demo.FileReckoning.Standing;
import id.aduan.lapor.bintan.demo.FileReckoning.Taken;
import id.aduan.lapor.bintan.demo.Reckoning.Answer;
import id.aduan.lapor.bintan.demo.Reckoning.Result;
import id.aduan.lapor.bintan.demo.Reckoning.Seen;
import id.aduan.lapor.bintan.demo.Reckoning.Ticket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReckoningTest {
  private static final Ticket TICKET = new Ticket("dishub", "9200001", "TKT/1");
  private static final Answer ANSWER = new Answer("9200001", "Sudah diperbaiki.");

  private static Seen seen(
      List<Ticket> filed, List<Ticket> linked, List<Answer> answered, List<Answer> published) {
    return new Seen(
        Set.of("9200001"),
        filed,
        linked,
        answered,
        published,
        Set.of(),
        FileReckoning.Seen.NOTHING);
  }

  @Test
  void one_ticket_and_one_follow_up_per_answer_is_clean() {
    Result result =
        Reckoning.of(seen(List.of(TICKET), List.of(TICKET), List.of(ANSWER), List.of(ANSWER)));

    assertThat(result.clean()).isTrue();
    assertThat(result.summary())
        .isEqualTo("complaints=1 delivered=1 followups=1 lost=0 duplicated=0 files=0 refused=0");
  }

  @Test
  void a_complaint_without_a_ticket_is_lost() {
    Result result = Reckoning.of(seen(List.of(), List.of(), List.of(), List.of()));

    assertThat(result.summary())
        .isEqualTo("complaints=1 delivered=0 followups=0 lost=1 duplicated=0 files=0 refused=0");
  }

  @Test
  void a_ticket_that_the_store_does_not_know_is_not_delivered() {
    Result result = Reckoning.of(seen(List.of(TICKET), List.of(), List.of(), List.of()));

    assertThat(result.lostOnes()).containsExactly("complaint 9200001");
  }

  @Test
  void a_ticket_that_only_the_store_knows_is_not_delivered() {
    Result result = Reckoning.of(seen(List.of(), List.of(TICKET), List.of(), List.of()));

    assertThat(result.delivered()).isZero();
    assertThat(result.clean()).isFalse();
  }

  @Test
  void what_waits_for_a_human_is_not_lost() {
    Result result =
        Reckoning.of(
            new Seen(
                Set.of("9200001"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of("9200001"),
                FileReckoning.Seen.NOTHING));

    assertThat(result.clean()).isTrue();
  }

  @Test
  void a_second_ticket_for_the_same_complaint_at_the_same_agency_is_a_double() {
    Ticket second = new Ticket("dishub", "9200001", "TKT/2");

    Result result =
        Reckoning.of(seen(List.of(TICKET, second), List.of(TICKET), List.of(), List.of()));

    assertThat(result.doubledOnes()).hasSize(1);
  }

  @Test
  void an_answer_that_is_not_on_the_portal_is_lost_and_one_too_many_is_a_double() {
    List<Ticket> tickets = List.of(TICKET);

    assertThat(Reckoning.of(seen(tickets, tickets, List.of(ANSWER), List.of())).lostOnes())
        .hasSize(1);
    assertThat(
            Reckoning.of(seen(tickets, tickets, List.of(ANSWER), List.of(ANSWER, ANSWER)))
                .doubledOnes())
        .hasSize(1);
  }

  @Test
  void equal_answers_count_each_for_itself() {
    List<Ticket> tickets = List.of(TICKET);
    List<Answer> twice = List.of(ANSWER, ANSWER);

    assertThat(Reckoning.of(seen(tickets, tickets, twice, twice)).clean()).isTrue();
    assertThat(Reckoning.of(seen(tickets, tickets, twice, List.of(ANSWER))).lostOnes()).hasSize(1);
    assertThat(
            Reckoning.of(seen(tickets, tickets, List.of(ANSWER), List.of(ANSWER, ANSWER, ANSWER)))
                .doubledOnes())
        .hasSize(2);
  }

  @Test
  void a_follow_up_that_no_agency_wrote_is_one_too_many() {
    List<Ticket> tickets = List.of(TICKET);

    assertThat(Reckoning.of(seen(tickets, tickets, List.of(), List.of(ANSWER))).clean()).isFalse();
  }

  private static final Kept COPIED = new Kept("9200001", 1, Standing.GOES, "a1", List.of("c1"));
  private static final Taken TAKEN = new Taken("9200001", "TKT/1", "9200001-1-foto.jpg", "c1");

  private static FileReckoning.Result files(List<Kept> kept, List<Taken> taken) {
    return FileReckoning.of(
        new FileReckoning.Seen(
            List.of(new FileReckoning.Offered("9200001", "a1")),
            kept,
            taken,
            Set.of("9200001"),
            Set.of()));
  }

  @Test
  void a_file_whose_copy_lies_at_the_agency_has_arrived() {
    FileReckoning.Result result = files(List.of(COPIED), List.of(TAKEN));

    assertThat(result.files()).isEqualTo(1);
    assertThat(result.lost()).isEmpty();
    assertThat(result.doubled()).isEmpty();
  }

  @Test
  void a_file_that_nobody_knows_or_has_or_that_is_another_is_lost() {
    Kept other = new Kept("9200001", 1, Standing.GOES, "b1", List.of("c1"));

    assertThat(files(List.of(), List.of()).lost()).containsExactly("1 files of 9200001");
    assertThat(files(List.of(COPIED), List.of()).lost()).containsExactly("file 1 of 9200001");
    assertThat(files(List.of(other), List.of(TAKEN)).lost()).containsExactly("file 1 of 9200001");
  }

  @Test
  void a_file_that_is_held_back_is_refused_and_not_lost() {
    Kept held = new Kept("9200001", 1, Standing.GOES_TO_NOBODY, "a1", List.of("a1"));

    FileReckoning.Result result = files(List.of(held), List.of());

    assertThat(result.refused()).isEqualTo(1);
    assertThat(result.lost()).isEmpty();
  }

  @Test
  void a_file_that_lies_twice_under_one_name_is_doubled() {
    Taken twice = new Taken("9200001", "TKT/1", "9200001-1-foto.jpg", "c1".repeat(8));

    assertThat(files(List.of(COPIED), List.of(TAKEN, twice)).doubled()).hasSize(1);
  }
}
