package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.mapping.Routing.Rule;
import id.aduan.lapor.mapping.Routing.Tried;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  private final Mapping mapping = Fixtures.rich();

  /** A complaint that no rule of the file takes, to be changed by each test. */
  private static Asking asking() {
    return new Asking();
  }

  @Test
  void what_no_line_names_waits_in_the_default_queue_for_a_person() {
    Routing routing = mapping.route(asking().build());

    assertThat(routing.reason()).isEqualTo(Rule.DEFAULT);
    assertThat(routing.agencies()).containsExactly("diskominfo");
    assertThat(routing.confirm()).isTrue();
    assertThat(routing.flags()).isEmpty();
    assertThat(routing.tried())
        .containsExactly(
            new Tried("rich.yaml:61", "oknum", "words"),
            new Tried("rich.yaml:65", "berkadar", "classification"),
            new Tried("rich.yaml:70", "pungli", "category"),
            new Tried("rich.yaml:78", "kijang", "topic"));
  }

  @Test
  void the_first_rule_that_is_met_decides_and_its_first_agency_leads() {
    Routing routing = mapping.route(asking().category("1558").text("Ada PUNGLI, di sini").build());

    assertThat(routing.reason()).isEqualTo(Rule.RULE);
    assertThat(routing.rule()).isEqualTo("pungli");
    assertThat(routing.where()).isEqualTo("rich.yaml:70");
    assertThat(routing.agencies()).containsExactly("inspektorat", "dishub");
    assertThat(routing.priority()).contains("normal");
    assertThat(routing.confirm()).isFalse();
    assertThat(routing.tried()).extracting(Tried::rule).containsExactly("oknum", "berkadar");
  }

  @Test
  void a_rule_without_agencies_marks_and_the_search_goes_on() {
    Routing routing =
        mapping.route(
            asking().category("1398").kind(Classification.Kind.SUPERVISORY_COMPLAINT).build());

    assertThat(routing.reason()).isEqualTo(Rule.CATEGORY);
    assertThat(routing.agencies()).containsExactly("dishub");
    assertThat(routing.flags()).containsExactly("inspectorate");
    assertThat(routing.priority()).contains("high");
    assertThat(routing.confirm()).isTrue();
  }

  @Test
  void a_complaint_about_an_agency_never_goes_to_it_alone() {
    Asking about = asking().text("Oknum\u00a0Dishub minta uang");

    Routing byCategory = mapping.route(about.category("936").build());
    Routing byPortal = mapping.route(about.institution("15210").build());
    Routing elsewhere = mapping.route(about.institution("15211").build());

    assertThat(byCategory.agencies()).containsExactly("inspektorat", "dishub");
    assertThat(byPortal.agencies()).containsExactly("inspektorat", "dishub");
    assertThat(byPortal.disagreement()).isEmpty();
    assertThat(elsewhere.agencies()).containsExactly("pupr");
  }

  @Test
  void the_portals_disposition_decides_against_the_rules_and_says_so() {
    Routing routing =
        mapping.route(
            asking().category("1557").text("pungutan\n liar").institution("15211").build());

    assertThat(routing.reason()).isEqualTo(Rule.INSTITUTION);
    assertThat(routing.agencies()).containsExactly("pupr");
    assertThat(routing.disagreement()).contains("inspektorat");
    assertThat(routing.priority()).contains("normal");
    assertThat(routing.confirm()).isFalse();
  }

  @ParameterizedTest(name = "received on {0}: {1}")
  @CsvSource({
    "2025-12-31T15:59:59Z,DEFAULT",
    "2025-12-31T16:00:00Z,RULE",
    "2026-12-31T15:59:59Z,RULE",
    "2026-12-31T16:00:00Z,DEFAULT"
  })
  void a_rule_counts_on_its_days_in_the_zone_of_the_file(Instant at, Rule expected) {
    assertThat(mapping.route(asking().category("1558").text("pungli").at(at).build()).reason())
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jalan Raya Kijang no. 5          | SMS             | TRUE    | true
          21.01.06.1003                    | sms             | UNKNOWN | true
          kecamatan bintan  timur          | ios             | TRUE    | true
          Gunung-Lengkuas                  | Android - versi 3 | TRUE  | true
          Kijangan                         | SMS             | TRUE    | false
          21.01.07                         | SMS             | TRUE    | false
          2101061003                       | SMS             | TRUE    | false
          Kijang                           | Website         | TRUE    | false
          Kijang                           | SMS             | FALSE   | false
          """)
  void region_channel_and_flags_are_conditions(
      String location, String channel, Flag anonymous, boolean met) {
    Routing routing =
        mapping.route(
            asking()
                .category("1399")
                .location(location)
                .channel(channel)
                .visibility(anonymous, Flag.FALSE)
                .build());

    assertThat(routing.rule().equals("kijang")).isEqualTo(met);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pungli                    | true
          (PUNGLI)!                 | true
          púnglí                    | true
          pungutan-liar             | true
          punglinya                 | false
          pungutan yang liar        | false
          """)
  void words_are_looked_for_whole_and_without_accents(String text, boolean met) {
    assertThat(mapping.route(asking().category("1558").text(text).build()).rule().isEmpty())
        .isEqualTo(!met);
  }

  @Test
  void a_category_without_a_known_number_goes_by_its_name_and_a_topic_takes_the_rest() {
    Question pilgrims = asking().category(new Category("77001", "haji dan umroh")).build();
    Question water = asking().category(new Category("", "Perairan")).build();

    assertThat(mapping.route(pilgrims).agencies()).containsExactly("dishub");
    assertThat(mapping.route(water).agencies()).containsExactly("pupr");
  }

  @Test
  void an_institution_counts_until_its_last_day_and_for_what_is_older_than_it() {
    Asking asking = asking().institution("15210");

    assertThat(mapping.route(asking.at(Instant.parse("2020-01-01T00:00:00Z")).build()).agency())
        .isEqualTo("dishub");
    assertThat(mapping.route(asking.at(Instant.parse("2025-06-30T12:00:00Z")).build()).reason())
        .isEqualTo(Rule.INSTITUTION);
    assertThat(mapping.route(asking.at(Instant.parse("2025-07-01T12:00:00Z")).build()).reason())
        .isEqualTo(Rule.DEFAULT);
  }

  @ParameterizedTest(name = "received at {0}: {1}")
  @CsvSource({
    "2025-06-30T15:59:59Z,pupr",
    "2025-06-30T16:00:00Z,dishub",
    "2020-01-01T00:00:00Z,pupr"
  })
  void an_institution_that_moved_counts_by_the_day_in_the_zone_of_the_file(
      Instant at, String agency) {
    assertThat(mapping.route(asking().institution("15298").at(at).build()).agencies())
        .containsExactly(agency);
  }

  @Test
  void a_complaint_without_a_day_meets_no_rule_with_days() {
    Question undated = asking().category("1558").text("pungli").received(Optional.empty()).build();

    assertThat(mapping.route(undated).tried())
        .contains(new Tried("rich.yaml:70", "pungli", "from/until"));
  }

  @Test
  void the_disposed_institution_of_a_question_may_have_a_name_alone() {
    Question named = asking().institution(new Institution("", "Dinas Perhubungan")).build();

    assertThat(mapping.route(named).reason()).isEqualTo(Rule.DEFAULT);
  }
}
