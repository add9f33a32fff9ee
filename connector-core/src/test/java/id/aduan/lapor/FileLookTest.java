package id.aduan.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.GuardedInspector;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.Operator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a look at a fetched file does to it, to its case and to the other files. */
class FileLookTest extends ConnectorRig {
  private static final String PAGE = "<!doctype html><form action=/login>";
  private final Map<String, String> served = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final List<Alert> alerts = new CopyOnWriteArrayList<>();
  private volatile Verdict uninspected = Verdict.QUARANTINED;

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    portal.files(this::fetch);
    try {
      FileVault vault =
          FileVault.open(
              dir.resolve("files"),
              KeysetSealer.ofFile(JdbcStore.keysBeside(dir.resolve("lapor.db"))),
              0);
      builder.listener(
          new ConnectorListener() {
            @Override
            public void alerted(Alert alert) {
              alerts.add(alert);
            }
          });
      return builder.files(
          new FileRules(
              vault,
              new FileLimits(10, 1000, 5000),
              new GuardedInspector(new Looker(), uninspected)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private FileSource.Fetched fetch(Attachment attachment, long bytesMax, OutputStream to) {
    asked.merge(attachment.url(), 1, Integer::sum);
    byte[] body = served.getOrDefault(attachment.url(), "").getBytes(UTF_8);
    try {
      to.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileSource.Whole(body.length);
  }

  /** Fails as its file says, and tells a page from the rest. */
  private static final class Looker implements FileInspector {
    @Override
    public Inspection inspect(Path file, String name) throws IOException {
      String content = Files.readString(file);
      fail(content, "look");
      if (content.equals("no room")) {
        throw new IOException("no space left on device");
      }
      String type = content.startsWith("<!doctype html>") ? "text/html" : "image/jpeg";
      return new Inspection(type, Verdict.FIT, List.of());
    }

    @Override
    public Optional<Made> cleaned(Path file, Inspection inspection, Path target)
        throws IOException {
      fail(Files.readString(file), "clean");
      return Optional.empty();
    }

    @Override
    public Optional<Made> exchanged(Path file, Inspection inspection, Path target)
        throws IOException {
      fail(Files.readString(file), "exchange");
      return Optional.empty();
    }

    private static void fail(String content, String where) {
      if (content.equals(where + " exception")) {
        throw new IllegalStateException(content);
      } else if (content.equals(where + " deep")) {
        deep(content);
      }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void deep(String content) {
      deep(content);
    }
  }

  private void tells(String id, String... names) throws Exception {
    List<Attachment> attachments =
        Stream.of(names).map(name -> new Attachment(name, "https://x.invalid/" + name)).toList();
    portal.put(Samples.state(Samples.with(Samples.complaint(id, "1398"), attachments)));
    var unused = push("evt_" + id, id);
  }

  private void serves(String name, String body) {
    served.put("https://x.invalid/" + name, body);
  }

  private List<CaseFile> files(String id) {
    return connector.files().orElseThrow().of(new TrackingId(id));
  }

  private void awaitStates(String id, CaseFile.State... states) {
    await()
        .untilAsserted(
            () -> assertThat(files(id)).extracting(CaseFile::state).containsExactly(states));
  }

  @Test
  void a_page_where_a_photo_was_named_is_asked_for_again_and_lost_in_the_end() throws Exception {
    serves("foto.jpg", PAGE);
    serves("berita.html", PAGE);
    serves("kutipan", PAGE);

    tells("9870101", "foto.jpg", "berita.html", "kutipan");

    awaitStates("9870101", CaseFile.State.LOST, CaseFile.State.HERE, CaseFile.State.HERE);
    assertThat(files("9870101").get(0).reason()).isEqualTo("file.page");
    assertThat(files("9870101").get(0).original()).isEmpty();
    assertThat(asked).containsEntry("https://x.invalid/foto.jpg", 5);
  }

  @Test
  void a_photo_that_comes_after_the_page_is_kept() throws Exception {
    serves("foto.jpg", PAGE);
    tells("9870102", "foto.jpg");
    await().until(() -> files("9870102").stream().anyMatch(it -> it.reason().equals("file.page")));

    serves("foto.jpg", "a photo");
    if (files("9870102").get(0).state() == CaseFile.State.LOST) {
      connector
          .files()
          .orElseThrow()
          .retry(
              new TrackingId("9870102"),
              OptionalInt.empty(),
              Optional.empty(),
              new Operator("siti", "it is there now"));
    }

    awaitStates("9870102", CaseFile.State.HERE);
  }

  @Test
  void a_look_that_fails_concerns_its_file_alone_which_waits_for_a_person() throws Exception {
    serves("a.jpg", "look exception");
    serves("b.jpg", "look deep");
    serves("c.jpg", "a photo");

    tells("9870103", "a.jpg", "b.jpg", "c.jpg");

    awaitStates(
        "9870103", CaseFile.State.QUARANTINED, CaseFile.State.QUARANTINED, CaseFile.State.HERE);
    for (CaseFile failed : files("9870103").subList(0, 2)) {
      assertThat(failed.findings()).containsExactly("inspect.failed");
      assertThat(failed.reason()).isEqualTo("inspect.failed");
      assertThat(failed.original()).isPresent();
    }
    await().until(() -> dishub.tickets().size() == 1);
  }

  @Test
  void a_copy_that_fails_for_a_defect_is_treated_as_one_that_could_not_be_made() throws Exception {
    serves("a.jpg", "clean exception");
    serves("b.jpg", "exchange deep");

    tells("9870104", "a.jpg", "b.jpg");

    awaitStates("9870104", CaseFile.State.QUARANTINED, CaseFile.State.HERE);
    assertThat(files("9870104"))
        .extracting(file -> file.findings().get(0))
        .containsExactly("clean.failed", "exchange.failed");
  }

  @Test
  @Tag("F71")
  void a_disk_that_takes_nothing_is_told_once_and_not_at_every_try() throws Exception {
    serves("a.jpg", "no room");

    tells("9870106", "a.jpg");

    await().until(() -> asked.getOrDefault("https://x.invalid/a.jpg", 0) > 3);
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.FILES_NO_ROOM);
    assertThat(files("9870106").get(0).state()).isEqualTo(CaseFile.State.WAITING);
    Happened.times(
        "F71",
        asked.getOrDefault("https://x.invalid/a.jpg", 0),
        "files that the disk did not take");
  }

  @Test
  void by_configuration_a_file_that_nobody_could_look_at_goes_on_with_a_remark() throws Exception {
    uninspected = Verdict.FLAGGED;
    connector.close();
    connector = open();
    connector.start();
    serves("a.jpg", "look exception");

    tells("9870105", "a.jpg");

    awaitStates("9870105", CaseFile.State.HERE);
    assertThat(files("9870105").get(0).findings()).containsExactly("inspect.failed");
  }
}
