package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Turns;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.Catalogue.Entry;
import id.aduan.lapor.portal.PortalCategories;
import id.aduan.lapor.sync.CatalogueDesk;
import id.aduan.lapor.sync.CatalogueDesk.Outcome;
import id.aduan.lapor.sync.CatalogueRound;
import id.aduan.lapor.sync.Catalogues.Kept;
import id.aduan.lapor.sync.Catalogues.State;
import id.aduan.lapor.sync.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which list of the portal's categories counts. */
class CatalogueDeskTest extends StoreRig {
  private static final Operator SITI = new Operator("siti", "ditata ulang portal");
  private static final List<PortalCategories.Item> WHOLE = whole();

  private final List<Alert> alerts = new ArrayList<>();
  private Instant now = NOW;
  private int reloaded;
  private int unfit;
  private CatalogueDesk desk;

  /** A portal's list, read as the test says. */
  private record Listed(boolean numbersHold, Supplier<List<Item>> items)
      implements PortalCategories {
    @Override
    public String source() {
      return "masters";
    }

    @Override
    public List<Item> read() {
      return items.get();
    }
  }

  private static final Listed MASTERS = new Listed(true, List::of);

  @BeforeEach
  void makeDesk() {
    desk =
        new CatalogueDesk(
            store,
            () -> now,
            alerts::add,
            () -> {
              reloaded++;
              return unfit;
            });
  }

  /** What ships, as a portal would list it. */
  private static List<PortalCategories.Item> whole() {
    List<PortalCategories.Item> items = new ArrayList<>();
    for (Entry entry : Catalogue.shipped().entries()) {
      if (entry.isTopic()) {
        items.add(new PortalCategories.Item("t" + entry.name(), entry.name(), ""));
      }
    }
    int number = 100_000;
    for (Entry entry : Catalogue.shipped().entries()) {
      if (!entry.isTopic()) {
        String id = entry.id().isEmpty() ? "" + number++ : entry.id();
        String topic = entry.topics().iterator().next();
        items.add(new PortalCategories.Item(id, entry.name(), "t" + topic));
      }
    }
    return items;
  }

  private static List<PortalCategories.Item> first(int percent) {
    return WHOLE.subList(0, WHOLE.size() * percent / 100);
  }

  private Catalogue counting() {
    return store.read(tx -> CatalogueDesk.counting(store, tx));
  }

  private Optional<Kept> kept(State state) {
    return store.read(tx -> store.catalogues().find(tx, state));
  }

  private List<AuditEntry> trail() {
    return store.read(tx -> store.audit().about(tx, "categories"));
  }

  @Test
  void what_ships_counts_until_a_list_is_read() {
    assertThat(counting()).isEqualTo(Catalogue.shipped());

    assertThat(desk.take(MASTERS, WHOLE)).isEqualTo(Outcome.COUNTS);

    assertThat(counting().entries()).hasSameSizeAs(WHOLE);
    assertThat(reloaded).isEqualTo(1);
    assertThat(desk.take(MASTERS, WHOLE)).isEqualTo(Outcome.SAME);
    assertThat(reloaded).isEqualTo(1);
  }

  @Test
  void a_change_counts_at_once_and_is_told_once() {
    desk.take(MASTERS, WHOLE);
    alerts.clear();
    List<PortalCategories.Item> more = new ArrayList<>(WHOLE);
    more.add(new PortalCategories.Item("777", "Kabut Asap", WHOLE.get(0).id()));

    assertThat(desk.take(MASTERS, more)).isEqualTo(Outcome.COUNTS);
    assertThat(desk.take(MASTERS, more)).isEqualTo(Outcome.SAME);

    assertThat(counting().find("777")).isPresent();
    assertThat(alerts).singleElement().extracting(Alert::code).isEqualTo("LC-CATEGORIES-CHANGED");
    assertThat(alerts.get(0).text()).contains("1 new, 0 gone");
    assertThat(trail()).last().extracting(AuditEntry::action).isEqualTo(Action.CATALOGUE_CHANGED);
    assertThat(kept(State.BEFORE).orElseThrow().catalogue().find("777")).isEmpty();
  }

  @Test
  void a_list_that_shrinks_waits_for_a_person_and_is_told_once() {
    desk.take(MASTERS, WHOLE);
    alerts.clear();
    Catalogue before = counting();

    assertThat(desk.take(MASTERS, first(79))).isEqualTo(Outcome.HELD);
    assertThat(desk.take(MASTERS, first(79))).isEqualTo(Outcome.HELD_STILL);
    assertThat(desk.take(MASTERS, List.of())).isEqualTo(Outcome.HELD);

    assertThat(counting()).isEqualTo(before);
    assertThat(alerts).extracting(Alert::code).containsOnly("LC-CATEGORIES-HELD").hasSize(2);
    assertThat(desk.take(MASTERS, first(81))).isEqualTo(Outcome.COUNTS);
    assertThat(kept(State.HELD)).isEmpty();
  }

  @Test
  void a_person_lets_the_held_list_count_for_a_reason() {
    desk.take(MASTERS, WHOLE);
    desk.take(MASTERS, first(50));

    assertThatThrownBy(() -> desk.accept(NOW, new Operator("siti", "")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(desk.accept(NOW, SITI)).isEqualTo(Outcome.COUNTS);

    assertThat(counting().entries()).hasSameSizeAs(first(50));
    assertThat(kept(State.COUNTS).orElseThrow().decidedBy()).isEqualTo("operator:siti");
    assertThat(trail()).last().extracting(AuditEntry::action).isEqualTo(Action.CATALOGUE_ACCEPTED);
    assertThat(trail().get(1).detail()).endsWith("reason: ditata ulang portal");
    assertThat(desk.accept(NOW, SITI)).isEqualTo(Outcome.NOTHING_HELD);
  }

  @Test
  void only_the_list_that_the_person_looked_at_is_accepted() {
    desk.take(MASTERS, WHOLE);
    desk.take(MASTERS, first(50));
    now = now.plusSeconds(1);
    desk.take(MASTERS, List.of());

    assertThat(desk.accept(NOW, SITI)).isEqualTo(Outcome.OTHER_HELD);

    assertThat(counting().entries()).hasSameSizeAs(WHOLE);
    assertThat(desk.accept(now, SITI)).isEqualTo(Outcome.COUNTS);
  }

  @Test
  void a_list_with_more_than_a_fifth_renamed_waits_for_a_person() {
    desk.take(MASTERS, WHOLE);
    List<PortalCategories.Item> renamed = new ArrayList<>();
    for (PortalCategories.Item item : WHOLE) {
      boolean is = renamed.size() % 3 == 0 && !item.parent().isEmpty();
      renamed.add(
          is ? new PortalCategories.Item(item.id(), item.name() + " 2", item.parent()) : item);
    }

    assertThat(desk.take(MASTERS, renamed)).isEqualTo(Outcome.HELD);
  }

  @Test
  void a_list_in_which_one_item_alone_has_a_topic_waits_for_a_person() {
    desk.take(MASTERS, WHOLE);
    List<PortalCategories.Item> flat = new ArrayList<>();
    for (PortalCategories.Item item : WHOLE) {
      boolean keeps = item.equals(WHOLE.get(WHOLE.size() - 1));
      flat.add(keeps ? item : new PortalCategories.Item(item.id(), item.name(), ""));
    }

    assertThat(desk.take(MASTERS, flat)).isEqualTo(Outcome.HELD);
  }

  @Test
  void the_alert_of_a_change_tells_how_many_lines_of_the_mapping_do_not_fit_it() {
    desk.take(MASTERS, WHOLE);
    alerts.clear();
    unfit = 2;

    desk.take(MASTERS, WHOLE.subList(0, WHOLE.size() - 1));

    assertThat(alerts).singleElement().extracting(Alert::text).asString().contains("2 lines");
  }

  @Test
  void a_flat_list_tells_nothing_of_topics_so_they_stay() {
    Entry lamp = Catalogue.shipped().find("1398").orElseThrow();
    List<PortalCategories.Item> flat =
        Catalogue.shipped().entries().stream()
            .filter(it -> !it.id().isEmpty())
            .map(it -> new PortalCategories.Item(it.id(), it.name(), ""))
            .toList();

    desk.take(MASTERS, flat);

    assertThat(counting().topicsOf(new Category("1398", ""))).isEqualTo(lamp.topics());
    assertThat(counting().topics()).hasSameSizeAs(Catalogue.shipped().topics());
    assertThat(kept(State.HELD)).isEmpty();
  }

  @Test
  void numbers_of_the_older_list_never_take_the_place_of_ours() {
    Listed older = new Listed(false, List::of);
    List<PortalCategories.Item> renumbered =
        WHOLE.stream()
            .map(
                it ->
                    new PortalCategories.Item(
                        "9" + it.id(), it.name(), it.parent().isEmpty() ? "" : "9" + it.parent()))
            .toList();

    desk.take(older, renumbered);

    assertThat(counting().find("1398")).isPresent();
    assertThat(counting().find("91398")).isEmpty();
  }

  @Test
  @Tag("C16")
  void it_is_read_once_a_day_and_one_that_cannot_be_read_changes_nothing() {
    int[] calls = new int[1];
    Listed broken =
        new Listed(
            true,
            () -> {
              calls[0]++;
              throw FarEndException.unreachable("nobody is there");
            });
    CatalogueRound round =
        new CatalogueRound(broken, desk, new Turns(store, store.slots(), "node-1", () -> now));

    round.runIfDue();
    round.runIfDue();

    assertThat(calls[0]).isEqualTo(1);
    assertThat(counting()).isEqualTo(Catalogue.shipped());
    assertThat(alerts).singleElement().extracting(Alert::code).isEqualTo("LC-CATEGORIES-HELD");
    assertThat(alerts.get(0).text()).contains("could not be read");
    now = now.plus(Duration.ofDays(1));
    round.runIfDue();
    assertThat(calls[0]).isEqualTo(2);
  }

  @Test
  @Tag("C20")
  void a_damaged_list_reads_as_none() throws Exception {
    desk.take(MASTERS, WHOLE);

    tamper("update lapor_catalogue set decided_by = 'x'");

    assertThat(counting()).isEqualTo(Catalogue.shipped());
    assertThat(store.verify(damage -> {}).damages()).isEqualTo(1);
  }
}
