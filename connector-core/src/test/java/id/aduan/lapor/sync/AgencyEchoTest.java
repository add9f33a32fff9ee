package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.TwoWayWorld.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we wrote into an agency's ticket is not the agency's, and what it says is. */
@Tag("C13")
class AgencyEchoTest {
  private static final String ID = "9165816";

  /** The places of {@link TwoWayWorld}'s statuses of the portal. */
  private static final int IN_PROGRESS = 1;

  private static final int REPLIED = 2;
  private static final int CLOSED_BY_ADMIN = 4;
  @TempDir Path dir;
  private JdbcStore store;

  @BeforeEach
  void open() {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private TwoWayWorld world(Manner manner) throws IOException {
    Path yaml = Files.writeString(dir.resolve("m.yaml"), TwoWayWorld.mapping(manner));
    return new TwoWayWorld(store, Mapping.load(yaml, Set.of("dishub", "kantah")), ID, manner);
  }

  private static ModelAgency dishub(TwoWayWorld world) {
    return world.agency(TwoWayWorld.DISHUB);
  }

  private static List<String> published(TwoWayWorld world) {
    return world.portal.followUps().stream().map(FollowUp::content).toList();
  }

  private int waiting() {
    return store.read(tx -> store.replies().waiting(tx, 10)).size();
  }

  @Test
  void what_opens_a_ticket_is_no_answer_when_it_comes_back_before_the_end_is_known()
      throws Exception {
    TwoWayWorld world = world(Manner.TELLS_OURS);
    dishub(world).losesAnswer = true;

    world.round();

    assertThat(dishub(world).feed).hasSize(1);
    assertThat(published(world)).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void content_that_an_update_ends_with_a_reply_is_no_answer() throws Exception {
    TwoWayWorld world = world(Manner.TELLS_OURS);
    world.round();

    world.replies("Masih padam.");
    world.round();

    assertThat(dishub(world).feed).hasSize(2);
    assertThat(published(world)).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void an_update_whose_answer_is_lost_is_no_answer_either() throws Exception {
    TwoWayWorld world = world(Manner.TELLS_OURS);
    world.round();

    world.replies("Masih padam.");
    dishub(world).losesAnswer = true;
    world.round();
    world.heals();
    world.round();

    assertThat(published(world)).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void a_reply_of_the_reporter_takes_no_return_back() throws Exception {
    TwoWayWorld world = world(Manner.TELLS_OURS);
    world.round();
    world.status(IN_PROGRESS);
    world.round();
    dishub(world).officer(ID, "BUKAN WEWENANG", false);
    world.round();

    world.status(REPLIED);
    world.replies("Masih padam.");
    world.round();
    world.round();

    assertThat(world.legs().get(0).state()).isEqualTo(Leg.State.RETURNED);
    assertThat(world.legs().get(0).handling()).isEqualTo(Handling.RETURNED);
    assertThat(dishub(world).status(ID)).isEqualTo("BUKAN WEWENANG");
  }

  @Test
  void an_agency_that_said_how_far_it_is_is_not_written_over_by_another_word() throws Exception {
    TwoWayWorld world = world(Manner.TELLS_OFFICERS);
    world.round();
    dishub(world).officer(ID, "PROSES", false);
    world.round();

    world.status(CLOSED_BY_ADMIN);
    world.round();

    assertThat(dishub(world).status(ID)).isEqualTo("PROSES");
  }

  @Test
  void our_word_goes_with_the_repetition_of_an_update_that_did_not_get_there() throws Exception {
    TwoWayWorld world = world(Manner.TELLS_OFFICERS);
    world.round();
    world.status(IN_PROGRESS);
    dishub(world).down = true;
    world.round();
    world.heals();

    world.round();

    assertThat(dishub(world).status(ID)).isEqualTo("PROSES");
  }

  @Test
  void thanks_of_the_agency_after_those_of_the_reporter_wait_for_a_person() throws Exception {
    TwoWayWorld world = world(Manner.TELLS_OFFICERS);
    world.round();
    world.replies("Terima kasih");
    world.round();

    dishub(world).writes(ID, "Terima kasih", "");
    world.round();

    assertThat(published(world)).isEmpty();
    assertThat(waiting()).isEqualTo(1);
  }
}
