package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.mapping.MappingText;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.MappingVersions.Applied;
import id.aduan.lapor.sync.MappingVersions.UnmappedWord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mappings that counted, as the store keeps them. */
class MappingVersionsTest extends StoreRig {

  private void add(String version, Instant from, String content) {
    store.inTransaction(
        tx -> {
          store
              .mappings()
              .add(
                  tx,
                  new Applied(
                      0,
                      version,
                      "m.yaml",
                      MappingText.digest(content.getBytes(UTF_8)),
                      from,
                      NOW,
                      "engine",
                      "",
                      Optional.empty()),
                  content.getBytes(UTF_8));
          return true;
        });
  }

  private List<String> versions(int max) {
    return store.read(tx -> store.mappings().applied(tx, max)).sound().stream()
        .map(Applied::version)
        .toList();
  }

  private Optional<Applied> find(String version) {
    return store.read(tx -> store.mappings().find(tx, version));
  }

  private long newest() {
    return store.read(store.mappings()::mark).newest();
  }

  @Test
  void what_was_applied_is_found_with_its_file_and_the_youngest_are_told_in_their_order() {
    assertThat(newest()).isZero();
    add("1", NOW, "a");
    add("2", NOW.plusSeconds(5), "b");
    add("1", NOW.plusSeconds(9), "a");

    Applied youngest = find("1").orElseThrow();
    Optional<byte[]> content = store.read(tx -> store.mappings().content(tx, youngest.id()));

    assertThat(youngest)
        .isEqualTo(
            new Applied(
                newest(),
                "1",
                "m.yaml",
                MappingText.digest("a".getBytes(UTF_8)),
                NOW.plusSeconds(9),
                NOW,
                "engine",
                "",
                Optional.empty()));
    assertThat(content).contains("a".getBytes(UTF_8));
    assertThat(find("3")).isEmpty();
    assertThat(versions(10)).containsExactly("1", "2", "1");
    assertThat(versions(2)).containsExactly("2", "1");
  }

  @Test
  @Tag("C20")
  void a_damaged_row_is_left_out_and_named_by_the_check() throws Exception {
    add("1", NOW, "a");
    add("2", NOW, "b");
    long second = newest();

    tamper("update lapor_mapping set content = x'00' where version = '2'");

    assertThat(find("2")).isPresent();
    Optional<byte[]> content = store.read(tx -> store.mappings().content(tx, second));
    assertThat(content).isEmpty();
    assertThat(newest()).isEqualTo(second);
    assertThat(store.verify(damage -> {}).damages()).isEqualTo(1);
  }

  @Test
  @Tag("C20")
  void entries_are_read_without_their_files_and_those_that_are_damaged_are_told() throws Exception {
    add("1", NOW, "a");
    add("2", NOW, "b");
    add("2", NOW, "b");

    tamper("update lapor_mapping set reason = 'x' where id = 3");

    assertThat(versions(10)).containsExactly("1", "2");
    assertThat(store.read(tx -> store.mappings().applied(tx, 10)).damaged()).containsExactly(3L);
    assertThat(find("2")).map(Applied::id).contains(2L);
  }

  @Test
  void a_version_that_only_a_second_leg_keeps_is_kept_too() throws Exception {
    caseOf("9200001", Stage.VERIFIED, Optional.of("1"));
    for (String[] row :
        new String[][] {
          {"dishub", "ACTIVE", "1"}, {"dinkes", "RETURNED", "2"}, {"pupr", "MOVED", "3"}
        }) {
      int rows =
          execute(
              ("insert into lapor_leg (tracking_id, agency, number, state, lead, rule, place,"
                      + " mapping_version, handling, word, since, reason, said_by, row_hash) values"
                      + " ('9200001', '%s', 1, '%s', 1, '', '', '%s', '', '', 1, '', '', x'00')")
                  .formatted((Object[]) row));
      assertThat(rows).isEqualTo(1);
    }

    assertThat(store.read(store.mappings()::kept))
        .containsExactly(Map.entry("1", 1L), Map.entry("2", 1L));
  }

  @Test
  void line_ends_of_another_system_make_no_other_content() {
    String unix = MappingText.digest("a: 1\n\nb: 2\n".getBytes(UTF_8));

    assertThat(MappingText.digest("a: 1\r\n\r\nb: 2\r\n".getBytes(UTF_8))).isEqualTo(unix);
    assertThat(MappingText.digest("a: 1\r\rb: 2\r".getBytes(UTF_8))).isEqualTo(unix);
    assertThat(MappingText.digest("a: 1\nb: 2\n".getBytes(UTF_8))).isNotEqualTo(unix);
  }

  private void caseOf(String id, Stage stage, Optional<String> version) {
    CaseRecord record =
        new CaseRecord(
            Samples.with(
                Samples.complaint(id, ""),
                new Visibility(Flag.FALSE, Flag.FALSE),
                new Status(stage, Actor.UNKNOWN, "")),
            OptionalLong.empty(),
            Optional.empty(),
            NOW,
            version.map(
                it -> new CaseRecord.Assignment(new AgencyCode("dishub"), "DEFAULT", "m:1", it)));
    store.inTransaction(
        tx -> {
          store.complaints().save(tx, record);
          return true;
        });
  }

  @Test
  void open_cases_are_counted_by_the_version_that_they_keep() {
    caseOf("9200001", Stage.VERIFIED, Optional.of("1"));
    caseOf("9200002", Stage.UNKNOWN, Optional.of("2"));
    caseOf("9200003", Stage.IN_PROGRESS, Optional.of("2"));
    caseOf("9200004", Stage.CLOSED, Optional.of("1"));
    caseOf("9200005", Stage.UNVERIFIED, Optional.empty());

    Map<String, Long> kept = store.read(store.mappings()::kept);

    assertThat(kept).containsExactly(Map.entry("2", 2L), Map.entry("1", 1L));
  }

  @Test
  void words_of_agencies_that_no_mapping_knows_are_counted() throws Exception {
    for (String[] row :
        new String[][] {
          {"1", "dishub", "UNKNOWN", "AMBIL"},
          {"2", "dishub", "UNKNOWN", "AMBIL"},
          {"3", "dinkes", "UNKNOWN", "TUTUP"},
          {"4", "dinkes", "UNKNOWN", ""},
          {"5", "dinkes", "DONE", "SELESAI"}
        }) {
      int rows =
          execute(
              "insert into lapor_leg (tracking_id, agency, number, state, lead, rule, place,"
                  + " mapping_version, handling, word, since, reason, said_by, row_hash) values ('%s', '%s',"
                      .formatted(row[0], row[1])
                  + " 1, 'ACTIVE', 1, '', '', '', '%s', '%s', 1, '', '', x'00')"
                      .formatted(row[2], row[3]));
      assertThat(rows).isEqualTo(1);
    }

    List<UnmappedWord> words = store.read(tx -> store.mappings().unmappedWords(tx, 10));

    assertThat(words)
        .containsExactly(
            new UnmappedWord("dishub", "AMBIL", 2), new UnmappedWord("dinkes", "TUTUP", 1));
  }
}
