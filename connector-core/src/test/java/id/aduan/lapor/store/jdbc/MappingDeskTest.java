package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.sync.Catalogues.Kept;
import id.aduan.lapor.sync.Catalogues.State;
import id.aduan.lapor.sync.MappingDesk.Later;
import id.aduan.lapor.sync.MappingDesk.Order;
import id.aduan.lapor.sync.MappingDesk.Outcome;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which mapping counts, and how that is changed. */
@Tag("D8")
class MappingDeskTest extends MappingDeskRig {
  @Test
  void a_configured_version_counts_from_its_first_start_and_is_kept_once() {
    started("1", "dishub");

    Node again = started("1", "dishub");

    assertThat(counting(again)).isEqualTo("1");
    assertThat(trail()).singleElement().extracting(AuditEntry::actor).isEqualTo("engine");
    assertThat(trail().get(0).action()).isEqualTo(Action.MAPPING_APPLIED);
  }

  @Test
  void a_new_version_at_a_start_counts_from_then_on_and_the_old_one_is_still_known() {
    started("1", "dishub");
    now = now.plusSeconds(60);

    Node node = started("2", "dinkes");

    assertThat(counting(node)).isEqualTo("2");
    assertThat(node.mappings().at(now.minusSeconds(1)).version()).isEqualTo("1");
    assertThat(node.mappings().version("1")).isPresent();
  }

  @Test
  void a_file_that_changed_without_its_version_is_passed_over_and_told() {
    started("1", "dishub");

    Node other = started("1", "dinkes");

    assertThat(other.mappings().at(now).route(Optional.empty(), Optional.empty()).agency())
        .isEqualTo("dishub");
    assertThat(alerts).singleElement().extracting(Alert::code).isEqualTo("LC-MAPPING-UNUSABLE");
    assertThat(alerts.get(0).text())
        .contains("version 1 counts on")
        .contains("m.yaml: version '1' was applied at " + NOW + " with another content")
        .contains("change 'version:' with the file, then 'lapor mapping apply'");
    assertThat(trail()).hasSize(1);
  }

  @Test
  void a_file_that_changed_without_its_version_is_refused_where_nothing_else_can_count() {
    started("1", "dinkes");
    agencies = List.of("dishub");
    Node other = node(alone("1", "dishub").getBytes(UTF_8));

    assertThatThrownBy(() -> other.desk().begin())
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("another content");
  }

  @Test
  @Tag("C20")
  void a_damaged_row_never_brings_back_what_counted_before_it() throws Exception {
    Node node = started("1", "dishub");
    node.desk().apply(order("2", "dinkes", Optional.empty()));

    tamper("update lapor_mapping set version = 'x' where version = '2'");
    node.desk().reload();

    assertThat(counting(node)).isEqualTo("2");
    assertThat(alerts).singleElement().extracting(Alert::code).isEqualTo("LC-MAPPING-UNUSABLE");
    assertThat(alerts.get(0).text()).contains("[2]").contains("lapor mapping apply");
    Node restarted = started("3", "dinkes");
    assertThat(counting(restarted)).isEqualTo("3");
    assertThat(trail()).hasSize(2);
    assertThat(node.desk().apply(order("1", "dishub", Optional.empty())))
        .isInstanceOf(Outcome.Applies.class);
    assertThat(counting(node)).isEqualTo("1");
  }

  @Test
  void what_is_to_count_later_is_told_and_can_be_called_off() {
    Node node = started("1", "dishub");
    Node second = started("1", "dishub");
    Instant midnight = NOW.plus(Duration.ofHours(13));
    node.desk().apply(order("2", "dinkes", Optional.of(midnight)));
    assertThat(second.desk().takeUp()).isTrue();

    Outcome same = node.desk().apply(order("1", "dishub", Optional.empty()));
    Optional<Instant> cancelled = node.desk().cancel("2", SITI);

    Optional<Later> later = Optional.of(new Later("2", midnight));
    assertThat(same).isEqualTo(new Outcome.Counts("1", NOW, later));
    assertThat(cancelled).contains(midnight);
    assertThat(second.desk().takeUp()).isTrue();
    assertThat(trail()).last().extracting(AuditEntry::action).isEqualTo(Action.MAPPING_CANCELLED);
    assertThat(trail().get(2).actor()).isEqualTo("operator:siti");
    assertThat(node.desk().cancel("2", SITI)).isEmpty();
    assertThat(node.desk().cancel("1", SITI)).isEmpty();
    now = midnight;
    assertThat(counting(node)).isEqualTo("1");
    assertThat(counting(second)).isEqualTo("1");
    assertThat(counting(started("1", "dishub"))).isEqualTo("1");
    assertThat(store.verify(damage -> {}).damages()).isZero();
  }

  @Test
  void the_way_back_stays_open_when_the_portal_has_renamed_what_it_names() {
    String named =
        """
        version: "1"
        default: dishub
        categories:
          - agency: dinkes
            ids: [{id: 1398, name: %s}]
        """;
    byte[] first =
        named.formatted(Catalogue.shipped().find("1398").orElseThrow().name()).getBytes(UTF_8);
    Node node = node(first);
    node.desk().begin();
    node.desk().apply(order("2", "dinkes", Optional.empty()));
    rename("1398", "Lampu");

    Outcome back = node.desk().apply(new Order("m.yaml", first, Optional.empty(), SITI));
    String never = named.replace("\"1\"", "\"3\"").formatted("Penerangan");
    Outcome fresh =
        node.desk().apply(new Order("m.yaml", never.getBytes(UTF_8), Optional.empty(), SITI));

    assertThat(back).isInstanceOf(Outcome.Applies.class);
    assertThat(faults(fresh)).isNotEmpty();
    assertThat(node.desk().unfit()).singleElement().extracting(Problem::line).isEqualTo(5);
  }

  private void rename(String id, String name) {
    List<Catalogue.Entry> entries =
        Catalogue.shipped().entries().stream()
            .map(it -> it.id().equals(id) ? new Catalogue.Entry(id, name, it.topics()) : it)
            .toList();
    boolean unused =
        store.inTransaction(
            tx -> {
              store
                  .catalogues()
                  .put(tx, new Kept("masters", now, State.COUNTS, Catalogue.of(entries), ""));
              return true;
            });
  }

  @Test
  void a_file_that_was_replaced_changes_nothing_at_the_next_start() {
    Node node = started("1", "dishub");
    node.desk().apply(order("2", "dinkes", Optional.empty()));

    Node restarted = started("1", "dishub");

    assertThat(counting(restarted)).isEqualTo("2");
    assertThat(trail()).hasSize(2);
  }

  @Test
  void an_order_counts_at_once_by_its_person_and_for_its_reason() {
    Node node = started("1", "dishub");

    Outcome outcome = node.desk().apply(order("2", "dinkes", Optional.empty()));

    assertThat(outcome).isEqualTo(new Outcome.Applies("2", NOW, Optional.empty()));
    assertThat(counting(node)).isEqualTo("2");
    AuditEntry last = trail().get(1);
    assertThat(last.actor()).isEqualTo("operator:siti");
    assertThat(last.detail()).startsWith("version 2 from " + NOW).endsWith("reason: OPD baru");
  }

  @Test
  void a_faulty_file_never_takes_the_place_of_a_good_one() {
    Node node = started("1", "dishub");
    Order faulty =
        new Order("m.yaml", "version: 2\ndefalt: x\n".getBytes(UTF_8), Optional.empty(), SITI);

    Outcome outcome = node.desk().apply(faulty);
    Outcome unknownAgency = node.desk().apply(order("2", "pupr", Optional.empty()));
    Outcome otherContent = node.desk().apply(order("1", "dinkes", Optional.empty()));

    assertThat(faults(outcome)).hasSizeGreaterThan(1).extracting(Problem::line).contains(2);
    assertThat(faults(unknownAgency)).singleElement().asString().contains("pupr");
    assertThat(faults(otherContent)).singleElement().asString().contains("another content");
    assertThat(counting(node)).isEqualTo("1");
    assertThat(trail()).hasSize(1);
  }

  @Test
  void a_file_that_forgets_an_agency_is_refused_though_one_that_is_kept_may_lack_it() {
    byte[] file = alone("1", "dishub").getBytes(UTF_8);
    agencies = List.of("dishub");
    node(file).desk().begin();
    agencies = List.of("dishub", "dinkes");
    Node node = started("2", "dishub");
    byte[] other = alone("3", "dinkes").getBytes(UTF_8);

    Outcome outcome = node.desk().apply(new Order("m.yaml", other, Optional.empty(), SITI));

    assertThat(faults(outcome))
        .singleElement()
        .hasToString(
            "m.yaml: the mapping names the agency 'dishub' nowhere (name it there, or remove it from"
                + " lapor.yaml)");
    assertThat(counting(node)).isEqualTo("2");
    assertThat(node.mappings().version("1")).isPresent();
    assertThat(alerts).isEmpty();
  }

  private static List<Problem> faults(Outcome outcome) {
    return outcome instanceof Outcome.Faulty faulty ? faulty.faults() : List.of();
  }
}
