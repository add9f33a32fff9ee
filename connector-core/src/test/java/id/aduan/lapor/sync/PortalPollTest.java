package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.FakePortal;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("C5")
class PortalPollTest {
  static final Instant START = Instant.parse("2026-11-23T04:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofDays(60));
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  @TempDir private Path dir;
  private JdbcStore store;
  private ComplaintIntake intake;

  @BeforeEach
  void openStore() throws Exception {
    Path mapping = Files.writeString(dir.resolve("m.yaml"), "version: \"1\"\ndefault: dishub\n");
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    intake =
        new ComplaintIntake(
            store,
            new IntakeParts(
                new FakePortal(),
                Mappings.of(Mapping.load(mapping, Set.of("dishub"))),
                new Timekeeper(store, Deadlines.national()),
                new CaseNotices(store, Deadlines.national(), Notifications.NONE, target -> {}),
                agency -> false,
                Unfamiliar.UNHEARD,
                target -> {},
                ComplaintFiles.NONE));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private PortalPoll poll(PortalReader list) {
    return new PortalPoll(store, list, intake, InstantSource.fixed(LATER));
  }

  private String title(String id) {
    return store.read(
        tx ->
            store
                .complaints()
                .find(tx, new TrackingId(id))
                .map(it -> it.complaint().title())
                .orElse("none"));
  }

  private String cursor() {
    return store.read(tx -> store.cursors().get(tx, "portal.list"));
  }

  @Test
  void one_page_is_one_moment_and_moves_the_cursor_to_its_newest_change() {
    LivingList list = new LivingList();
    list.pageSize = 5;
    list.changes("9200001", Duration.ofHours(1));
    list.changes("9200002", Duration.ofHours(1));

    poll(list).pollOnce();
    assertThat(cursor()).isEqualTo("2026-11-23T06:00:00Z");
    assertThat(list.calls).isEqualTo(1);
  }

  @Test
  void what_slips_onto_an_earlier_page_is_read_by_the_next_poll() {
    LivingList list =
        new LivingList() {
          @Override
          void beforeCall() {
            if (calls == 2) {
              changes("9200001", Duration.ofHours(1));
            }
          }
        };
    List.of("9200001", "9200002", "9200003").forEach(id -> list.changes(id, Duration.ofHours(1)));
    PortalPoll poll = poll(list);

    poll.pollOnce();
    assertThat(title("9200002")).isEqualTo("none");
    assertThat(cursor()).isEmpty();
    poll.pollOnce();
    assertThat(title("9200002")).isEqualTo("v2");
    poll.pollOnce();

    assertThat(title("9200001")).isEqualTo("v4");
    assertThat(cursor()).isEqualTo("2026-11-23T08:00:00Z");
  }

  @Test
  void what_is_withdrawn_hides_nothing() {
    LivingList list =
        new LivingList() {
          @Override
          void beforeCall() {
            if (calls == 2) {
              items.remove("9200003");
            }
          }
        };
    list.order = Optional.of(LivingList.BY_CHANGE.reversed());
    List.of("9200001", "9200002", "9200003").forEach(id -> list.changes(id, Duration.ofHours(1)));
    PortalPoll poll = poll(list);

    poll.pollOnce();
    poll.pollOnce();
    assertThat(cursor()).isEmpty();
    poll.pollOnce();

    assertThat(title("9200002")).isEqualTo("v2");
    assertThat(cursor()).isEqualTo("2026-11-23T06:00:00Z");
  }

  @Test
  void a_page_that_fails_leaves_the_cursor_where_it_was_and_keeps_the_pages_before() {
    LivingList list =
        new LivingList() {
          @Override
          void beforeCall() {
            if (calls == 2) {
              throw FarEndException.unreachable("down");
            }
          }
        };
    list.order = Optional.of(LivingList.BY_CHANGE.reversed());
    List.of("9200001", "9200002").forEach(id -> list.changes(id, Duration.ofHours(1)));

    poll(list).pollOnce();

    assertThat(title("9200002")).isEqualTo("v2");
    assertThat(cursor()).isEmpty();
  }

  @Test
  void a_list_without_times_is_read_as_a_whole_each_time() {
    LivingList list = new LivingList();
    list.tellsTimes = false;
    List.of("9200001", "9200002").forEach(id -> list.changes(id, Duration.ofHours(1)));
    PortalPoll poll = poll(list);

    poll.pollOnce();
    list.changes("9200001", Duration.ofHours(1));
    poll.pollOnce();

    assertThat(title("9200001")).isEqualTo("v3");
    assertThat(title("9200002")).isEqualTo("v2");
    assertThat(cursor()).isEmpty();
  }

  @Test
  void a_portal_that_repeats_a_page_does_not_keep_us_for_ever() {
    LivingList list =
        new LivingList() {
          @Override
          public Page changed(Optional<Instant> since, String place) {
            return new Page(super.changed(since, FIRST).states(), List.of(), Optional.of("2"));
          }
        };
    list.changes("9200001", Duration.ofHours(1));

    poll(list).pollOnce();

    assertThat(list.calls).isEqualTo(2);
    assertThat(cursor()).isEmpty();
  }

  @Test
  @Tag("C11")
  void an_item_that_cannot_be_read_is_kept_once_and_costs_no_other() {
    LivingList list = new LivingList();
    byte[] raw = "{\"complaint_id\":\"ZZPII\"}".getBytes(StandardCharsets.UTF_8);
    list.unreadable.add(new PortalReader.Unreadable(raw, "payload.complaint_id"));
    list.changes("9200001", Duration.ofHours(1));
    PortalPoll poll = poll(list);

    poll.pollOnce();
    poll.pollOnce();

    Optional<Receipt> kept =
        store.read(tx -> store.inbox().find(tx, "portal.list", Digests.of(raw)));
    assertThat(kept.map(Receipt::code)).contains("payload.complaint_id");
    List<AuditEntry> story =
        store.read(tx -> store.audit().about(tx, kept.orElseThrow().reference()));
    assertThat(story).hasSize(1);
    assertThat(title("9200001")).isEqualTo("v1");
    assertThat(cursor()).isEqualTo("2026-11-23T05:00:00Z");
  }

  static List<Long> seeds() {
    long first = Long.getLong("lapor.seed", new Random().nextLong(1_000_000));
    return java.util.stream.LongStream.range(first, first + 25).boxed().toList();
  }

  /**
   * A list in which anything may happen before a call: changes, arrivals, withdrawals, failures.
   */
  private static final class RandomList extends LivingList {
    private final RandomGenerator chance;
    private final Set<String> withdrawn = new HashSet<>();
    boolean quiet;

    RandomList(RandomGenerator chance) {
      this.chance = chance;
      pageSize = chance.nextInt(1, 6);
      filters = chance.nextInt(4) > 0;
      order =
          switch (chance.nextInt(3)) {
            case 0 -> Optional.of(BY_CHANGE);
            case 1 -> Optional.of(BY_CHANGE.reversed());
            default -> Optional.empty();
          };
      for (int i = 0; i < 12; i++) {
        somethingChanges();
      }
    }

    void somethingChanges() {
      String id = "" + (9_200_000 + chance.nextInt(20));
      if (!withdrawn.contains(id)) {
        changes(id, Duration.ofMinutes(chance.nextInt(1, 40)));
      }
    }

    @Override
    void beforeCall() {
      if (quiet) {
        return;
      }
      while (chance.nextInt(4) == 0) {
        somethingChanges();
      }
      if (chance.nextInt(12) == 0) {
        String id = "" + (9_200_000 + chance.nextInt(20));
        withdrawn.add(id);
        items.remove(id);
      }
      if (chance.nextInt(15) == 0) {
        throw FarEndException.unreachable("down");
      }
    }
  }

  @ParameterizedTest(name = "-Dlapor.seed={0}")
  @MethodSource("seeds")
  void whatever_happens_to_the_list_the_cursor_passes_nothing_by(long seed) {
    RandomList list = new RandomList(new Random(seed));
    PortalPoll poll = poll(list);

    for (int i = 0; i < 20; i++) {
      poll.pollOnce();
      assertNothingIsBehindTheCursor(list);
    }
    list.quiet = true;
    for (int i = 0; i < 3; i++) {
      poll.pollOnce();
    }

    list.items.forEach((id, state) -> assertThat(title(id)).isEqualTo(state.complaint().title()));
    assertThat(Instant.parse(cursor())).isAfterOrEqualTo(newest(list));
  }

  /** What the next poll does not ask for any more has been applied in its latest state. */
  private void assertNothingIsBehindTheCursor(LivingList list) {
    if (!cursor().isEmpty()) {
      Instant next = Instant.parse(cursor()).minus(OVERLAP);
      list.items.forEach(
          (id, state) -> {
            if (state.updatedAt().orElseThrow().isBefore(next)) {
              assertThat(title(id)).as(id).isEqualTo(state.complaint().title());
            }
          });
    }
  }

  private static Instant newest(LivingList list) {
    return list.items.values().stream()
        .map(state -> state.updatedAt().orElseThrow())
        .max(Instant::compareTo)
        .orElse(START);
  }
}
