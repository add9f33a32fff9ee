package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.faults.Happened;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files from the portal's host to the vault, over HTTP. */
class FileFetchTest extends FileFetchRig {
  @Test
  void a_file_comes_here_whole_with_its_copy_and_nothing_of_its_name_on_the_disk()
      throws Exception {
    serves("/a", "isi berkas");

    tells("9870001", "/a");
    awaitStates("9870001", CaseFile.State.HERE);

    CaseFile file = files("9870001").get(0);
    assertThat(file.original().orElseThrow().bytes()).isEqualTo(10);
    assertThat(file.copies()).hasSize(1);
    assertThat(file.findings()).containsExactly("name.extension");
    try (InputStream in =
        desk().original(new TrackingId("9870001"), 1, CLERK).orElseThrow().open()) {
      assertThat(in.readAllBytes()).asString().isEqualTo("isi berkas");
    }
    assertThat(story("9870001"))
        .contains(Action.FILE_KEPT, Action.FILE_COPIED, Action.CONTENT_READ);
    try (Stream<Path> kept = Files.walk(dir.resolve("files"))) {
      assertThat(kept.map(Path::toString)).noneMatch(it -> it.contains("ZZPII"));
    }
    assertThat(file).hasToString("CaseFile[9870001 1 HERE]");
  }

  @Test
  @Tag("F70")
  void one_that_does_not_come_holds_up_no_other_and_is_lost_in_the_end() throws Exception {
    serves("/b", "b");
    answers.put("/sick", new Answer(500, new byte[0], Map.of()));
    answers.put(
        "/other",
        new Answer(200, "x".getBytes(StandardCharsets.UTF_8), Map.of("Digest", "SHA-256=AAAA")));

    tells("9870002", "/sick", "/b", "/gone", "/other");

    awaitStates(
        "9870002",
        CaseFile.State.LOST,
        CaseFile.State.HERE,
        CaseFile.State.LOST,
        CaseFile.State.LOST);
    assertThat(files("9870002"))
        .extracting(CaseFile::reason, CaseFile::attempts)
        .contains(tuple("http.500", 5), tuple("http.404", 0), tuple("file.mismatch", 5));
    awaitNothingUnderWay("9870002");
    assertThat(asked).containsEntry("/sick", 5).containsEntry("/gone", 1).containsEntry("/b", 1);
    await().until(() -> dishub.tickets().size() == 1);
    Happened.times(
        "F70",
        asked.getOrDefault("/sick", 0) + asked.getOrDefault("/other", 0),
        "files that do not come, or are another one");
  }

  @Test
  void what_is_above_a_limit_is_refused_and_told() throws Exception {
    serves("/large", "x".repeat(1001));
    serves("/c", "c".repeat(900));
    serves("/d", "d".repeat(900));
    serves("/e", "e");

    tells("9870003", "/large", "/c", "/d", "/c", "/e", "/f", "/g");

    awaitStates(
        "9870003",
        CaseFile.State.REFUSED,
        CaseFile.State.HERE,
        CaseFile.State.REFUSED,
        CaseFile.State.HERE,
        CaseFile.State.REFUSED);
    assertThat(files("9870003"))
        .extracting(CaseFile::reason)
        .containsExactly("file.too-large", "", "case.too-large", "", "case.too-many-files");
    assertThat(story("9870003")).contains(Action.FILE_REFUSED);
  }

  @Test
  void an_address_elsewhere_is_not_called() throws Exception {
    List<String> elsewhere =
        List.of(
            "http://127.0.0.1:1/a",
            "http://127.0.0.1@" + "127.0.0.1/a",
            "file:///etc/passwd",
            address.replace("http://", "http://user@") + "/a",
            address.replace("127.0.0.1", "localhost") + "/a",
            address + "/a/../b",
            address + "/a/%2e%2e/b",
            "gopher://127.0.0.1/a",
            "not an address");

    List<String> told = new ArrayList<>();
    for (String url : elsewhere) {
      String id = "98800" + (10 + told.size());
      tells(id, url);
      awaitStates(id, CaseFile.State.REFUSED);
      told.add(files(id).get(0).reason());
    }

    assertThat(told).containsOnly("address.not-allowed");
    assertThat(asked).isEmpty();
  }

  @Test
  void a_redirect_is_not_followed_and_not_believed_at_once() throws Exception {
    answers.put("/r", new Answer(302, new byte[0], Map.of("Location", address + "/s")));
    serves("/s", "s");

    tells("9870005", "/r");

    awaitStates("9870005", CaseFile.State.LOST);
    assertThat(files("9870005"))
        .extracting(CaseFile::reason, CaseFile::attempts)
        .containsExactly(tuple("http.redirect", 5));
    assertThat(asked).doesNotContainKey("/s");
  }

  @Test
  void one_that_is_held_back_goes_when_a_person_says_so() throws Exception {
    verdict = Verdict.QUARANTINED;
    serves("/q", "q");
    tells("9870006", "/q");
    awaitStates("9870006", CaseFile.State.QUARANTINED);
    assertThat(files("9870006").get(0).copies())
        .as("what may go later goes without what it tells of its owner")
        .extracting(FileCopy::kind)
        .containsExactly(FileCopy.Kind.CLEANED);
    assertThat(desk().waiting()).hasSize(1);

    assertThat(desk().release(new TrackingId("9870006"), 1, CLERK)).isPresent();

    assertThat(files("9870006").get(0).state()).isEqualTo(CaseFile.State.HERE);
    assertThat(desk().release(new TrackingId("9870006"), 1, CLERK)).isEmpty();
    assertThat(desk().waiting()).isEmpty();
  }

  @Test
  void what_was_lost_comes_when_it_is_asked_for_again() throws Exception {
    tells("9870007", "/late");
    awaitStates("9870007", CaseFile.State.LOST);
    serves("/late", "late");

    assertThat(retry("9870007")).isEqualTo(1);

    awaitStates("9870007", CaseFile.State.HERE);
    assertThat(story("9870007")).contains(Action.FILE_ASKED_AGAIN);
  }

  @Test
  void what_comes_later_keeps_the_places_of_what_came_first_and_survives_a_restart()
      throws Exception {
    serves("/one", "1");
    serves("/two", "2");
    tells("9870008", "/one");
    awaitStates("9870008", CaseFile.State.HERE);
    String before = files("9870008").get(0).original().orElseThrow().sha256();
    tells("9870008", "/one", "/two");
    awaitStates("9870008", CaseFile.State.HERE, CaseFile.State.HERE);

    connector.close();
    connector = open();
    connector.start();

    assertThat(files("9870008").get(0).original().orElseThrow().sha256()).isEqualTo(before);
    assertThat(asked).containsEntry("/one", 1);
  }

  @Test
  @Tag("F71")
  void while_the_disk_takes_nothing_files_wait_and_complaints_do_not() throws Exception {
    broken = true;
    serves("/x", "x");
    tells("9870010", "/x");
    await().until(() -> dishub.tickets().size() == 1);
    await().until(() -> files("9870010").stream().anyMatch(it -> it.reason().equals("disk")));
    await().until(() -> asked.getOrDefault("/x", 0) > 6);
    assertThat(files("9870010"))
        .extracting(CaseFile::state, CaseFile::attempts)
        .containsExactly(tuple(CaseFile.State.WAITING, 0));

    broken = false;

    awaitStates("9870010", CaseFile.State.HERE);
    Happened.times("F71", asked.getOrDefault("/x", 0) - 1, "files that the disk did not take");
  }

  @Test
  void a_complaint_without_files_asks_for_none() throws Exception {
    tells("9870009");
    await().until(() -> dishub.tickets().size() == 1);

    assertThat(entries("9870009")).extracting(row -> row.lane().target()).containsOnly("dishub");
  }
}
