package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.complaint.TrackingId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files whose bytes or rows are not here any more as they were kept. */
class FileLossTest extends FileFetchRig {
  @Test
  @Tag("PSE-01")
  void what_is_kept_no_more_as_it_came_is_had_again() throws Exception {
    serves("/kept", "kept");
    tells("9870011", "/kept");
    awaitStates("9870011", CaseFile.State.HERE);
    assertThat(retry("9870011")).as("it is sound").isZero();
    spoil(files("9870011").get(0).original().orElseThrow().sha256());

    assertThat(retry("9870011")).isEqualTo(1);

    awaitStates("9870011", CaseFile.State.HERE);
    try (InputStream in =
        desk().original(new TrackingId("9870011"), 1, CLERK).orElseThrow().open()) {
      assertThat(in.readAllBytes()).asString().isEqualTo("kept");
    }
    assertThat(asked).containsEntry("/kept", 2);
  }

  @Test
  @Tag("PSE-01")
  void what_is_held_back_and_damaged_is_had_again_and_held_back() throws Exception {
    verdict = Verdict.QUARANTINED;
    serves("/held", "held");
    tells("9870012", "/held");
    awaitStates("9870012", CaseFile.State.QUARANTINED);
    Files.delete(kept(files("9870012").get(0).original().orElseThrow().sha256()));

    assertThat(retry("9870012")).isEqualTo(1);

    await().until(() -> asked.getOrDefault("/held", 0) == 2);
    awaitStates("9870012", CaseFile.State.QUARANTINED);
  }

  private Path kept(String sha256) {
    return dir.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private void spoil(String sha256) throws IOException {
    byte[] bytes = Files.readAllBytes(kept(sha256));
    bytes[bytes.length - 1] ^= 1;
    Files.write(kept(sha256), bytes);
  }

  @Test
  @Tag("C20")
  void a_file_that_comes_after_a_damaged_row_is_had() throws Exception {
    serves("/first", "1");
    tells("9870013", "/first");
    awaitStates("9870013", CaseFile.State.HERE);
    connector.close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lapor.db"));
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update lapor_file set reason = 'x'")).isEqualTo(1);
    }
    connector = open();
    connector.start();
    serves("/second", "2");

    tells("9870013", "/second", "/second");

    awaitStates("9870013", CaseFile.State.HERE);
    assertThat(files("9870013")).extracting(CaseFile::place).containsExactly(2);
  }
}
