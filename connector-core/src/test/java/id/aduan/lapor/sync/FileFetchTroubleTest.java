package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose trouble it is that files do not come, and when they are given up. */
class FileFetchTroubleTest {
  private static final int ATTEMPTS_MAX = 5;
  private static final FileSource.Later BUSY = new FileSource.Later("http.503", Optional.empty());
  private static final FileSource.Later DEAD =
      new FileSource.Later("http.not-reached", Optional.empty());

  @TempDir private Path dir;
  private Instant now = Instant.parse("2026-11-23T04:00:00Z");
  private Duration each = Duration.ZERO;
  private final Map<String, FileSource.Later> troubles = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private JdbcStore store;
  private FileVault vault;
  private FileFetch fetch;

  @BeforeEach
  void open() throws IOException {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    vault =
        FileVault.open(
            dir.resolve("files"),
            KeysetSealer.ofFile(JdbcStore.keysBeside(dir.resolve("lapor.db"))),
            0);
    FileRules rules = new FileRules(vault, FileLimits.DEFAULT, FileInspector.NONE);
    FileIntake intake = new FileIntake(store, rules.limits(), FileKept.NOBODY, target -> {});
    fetch =
        new FileFetch(
            store,
            new Shelf(),
            rules,
            intake,
            FileKept.NOBODY,
            new FileFetch.Attempts(ATTEMPTS_MAX, () -> now));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    vault.close();
  }

  /** Addresses are an origin, a slash and a name; all is well that has no trouble. */
  private final class Shelf implements FileSource {
    @Override
    public Fetched fetch(Attachment attachment, long bytesMax, OutputStream to) {
      asked.add(attachment.url());
      now = now.plus(each);
      FileSource.Later trouble = troubles.get(attachment.url());
      if (trouble != null) {
        return trouble;
      }
      try {
        to.write(1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Whole(1);
    }

    @Override
    public String origin(Attachment attachment) {
      return attachment.url().substring(0, 1);
    }
  }

  private void has(String id, String... urls) {
    TrackingId complaint = new TrackingId(id);
    boolean unused =
        store.inTransaction(
            tx -> {
              for (String url : urls) {
                int place = store.files().lastPlace(tx, complaint) + 1;
                store.files().add(tx, waiting(complaint, place, url));
              }
              return true;
            });
  }

  private CaseFile waiting(TrackingId complaint, int place, String url) {
    return new CaseFile(
        complaint,
        place,
        new Attachment("ZZPII", url),
        State.WAITING,
        "",
        0,
        List.of(),
        Optional.empty(),
        List.of(),
        now);
  }

  private DeliveryResult attempt(String id) {
    return attempt(id, 0);
  }

  private DeliveryResult attempt(String id, int before) {
    Lane lane = new Lane(new TrackingId(id), Targets.FILES);
    IdempotencyKey key = IdempotencyKey.of(lane, FileIntake.FETCH_FILES, "test");
    return fetch.deliver(
        new Envelope(1, lane, FileIntake.FETCH_FILES, key, new byte[0], before, 0, 1, false, 0));
  }

  private List<CaseFile> files(String id) {
    return store.read(tx -> store.files().of(tx, new TrackingId(id)));
  }

  private void fail(FileSource.Later trouble, String... urls) {
    Stream.of(urls).forEach(url -> troubles.put(url, trouble));
  }

  private static Trouble trouble(DeliveryResult result) {
    return ((RetryLater) result).trouble();
  }

  @Test
  @Tag("F70")
  void one_that_does_not_come_while_others_do_is_its_own_trouble_and_is_lost_after_a_day() {
    has("9700001", "a/1", "a/2");
    fail(BUSY, "a/1");

    assertThat(trouble(attempt("9700001"))).isEqualTo(Trouble.ENTRY);
    assertThat(files("9700001"))
        .extracting(CaseFile::state, CaseFile::attempts)
        .containsExactly(tuple(State.WAITING, 1), tuple(State.HERE, 1));

    for (int i = 1; i < ATTEMPTS_MAX; i++) {
      var unused = attempt("9700001");
    }
    assertThat(files("9700001").get(0).state()).as("too soon for a 503").isEqualTo(State.WAITING);
    now = now.plus(FetchNotes.FAR_END_MIN);
    assertThat(attempt("9700001")).isInstanceOf(Accepted.class);
    assertThat(files("9700001"))
        .extracting(CaseFile::state, CaseFile::reason)
        .contains(tuple(State.LOST, "http.503"));
    Happened.times("F70", 1, "a file that does not come");
  }

  @Test
  @Tag("C9")
  void two_in_a_row_are_trouble_of_all_and_use_up_no_more_attempts() {
    has("9700002", "a/1", "a/2", "a/3");
    fail(BUSY, "a/1", "a/2", "a/3");

    assertThat(trouble(attempt("9700002"))).isEqualTo(Trouble.TARGET);
    assertThat(asked).as("nobody is asked in vain").containsExactly("a/1", "a/2");
    for (int i = 0; i < 3 * ATTEMPTS_MAX; i++) {
      assertThat(trouble(attempt("9700002"))).isEqualTo(Trouble.TARGET);
    }

    assertThat(files("9700002")).extracting(CaseFile::attempts).containsExactly(1, 0, 0);
    assertThat(files("9700002")).extracting(CaseFile::state).containsOnly(State.WAITING);
  }

  @Test
  @Tag("F70")
  void what_cannot_be_asked_for_in_a_week_is_lost_though_all_is_in_trouble() {
    has("9700003", "a/1", "a/2", "a/3");
    fail(BUSY, "a/1", "a/2", "a/3");
    var before = attempt("9700003");
    now = now.plus(FetchNotes.ORIGIN_TROUBLE_MAX);

    var unused = attempt("9700003");

    assertThat(trouble(before)).isEqualTo(Trouble.TARGET);
    assertThat(files("9700003"))
        .extracting(CaseFile::state, CaseFile::reason)
        .containsOnly(tuple(State.LOST, "http.503"));
    Happened.times("F70", 3, "files that do not come");
  }

  @Test
  @Tag("F70")
  void a_host_that_is_gone_holds_up_no_file_of_another() {
    has("9700004", "b/1", "b/2", "a/1");
    has("9700005", "b/3", "a/2");
    has("9700006", "a/3");
    fail(DEAD, "b/1", "b/2", "b/3");
    var well = attempt("9700006");

    assertThat(trouble(attempt("9700004"))).isEqualTo(Trouble.ENTRY);
    assertThat(trouble(attempt("9700005"))).isEqualTo(Trouble.ENTRY);

    assertThat(well).isInstanceOf(Accepted.class);
    assertThat(files("9700004"))
        .extracting(CaseFile::state)
        .containsExactly(State.WAITING, State.WAITING, State.HERE);
    assertThat(asked).containsExactly("a/3", "b/1", "a/1", "b/3", "a/2");
    Happened.times("F70", 3, "files of a host that is gone");
  }

  @Test
  void an_attempt_ends_in_time_and_the_next_goes_on_with_those_that_were_not_tried() {
    has("9700007", "a/1", "a/2", "a/3");
    fail(new FileSource.Later("http.500", Optional.empty()), "a/1");
    each = FileFetch.ATTEMPT_MAX.dividedBy(2);

    assertThat(attempt("9700007")).isInstanceOf(Accepted.class);
    assertThat(asked).containsExactly("a/1", "a/2");

    assertThat(trouble(attempt("9700007"))).isEqualTo(Trouble.ENTRY);
    assertThat(asked).containsExactly("a/1", "a/2", "a/3", "a/1");
    assertThat(files("9700007"))
        .extracting(CaseFile::state)
        .containsExactly(State.WAITING, State.HERE, State.HERE);
  }

  @Test
  void what_waits_after_as_many_attempts_as_an_entry_has_goes_on_as_a_new_one() {
    has("9700008", "a/1");
    fail(BUSY, "a/1");

    assertThat(attempt("9700008", ATTEMPTS_MAX - 1)).isInstanceOf(Accepted.class);
  }
}
