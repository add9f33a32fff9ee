package id.aduan.lapor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.AgencyFile;
import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Enclosure;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ReplyDesk.Enclosing;
import id.aduan.lapor.sync.ReplyDesk.Outcome;
import id.aduan.lapor.sync.ReplyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that a person puts to an answer before it goes to the portal. */
class EnclosedReplyTest extends ConnectorRig {
  private static final Operator PERSON = new Operator("sekda", "");
  private static final byte[] SIGNED = "%PDF-1.7 signed \0\r\n letter".getBytes(UTF_8);
  private static final int BYTES_MAX = 100;

  private boolean keepsFiles = true;

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    builder.answers(
        new AnswerRules(new ReplyRules(true, Optional.empty(), 2, BYTES_MAX), Map.of()));
    return keepsFiles ? builder.files(rules()) : builder;
  }

  private FileRules rules() {
    try {
      Path keys = JdbcStore.keysBeside(dir.resolve("lapor.db"));
      FileVault vault = FileVault.open(folder(), KeysetSealer.ofFile(keys), 0);
      return new FileRules(vault, new FileLimits(10, 1000, 5000), new Looker());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path folder() {
    return dir.resolve("files");
  }

  /** Finds in a file what it says. */
  private static final class Looker implements FileInspector {
    @Override
    public Inspection inspect(Path file, String name) throws IOException {
      String content = Files.readString(file);
      Verdict verdict = content.contains("held") ? Verdict.QUARANTINED : Verdict.FLAGGED;
      return content.contains("invalid")
          ? new Inspection(
              "application/vnd.oasis.opendocument.text", verdict, List.of("odf.invalid"))
          : new Inspection("application/pdf", verdict, List.of("pdf.signed"));
    }

    @Override
    public Optional<Made> cleaned(Path file, Inspection inspection, Path target) {
      throw new IllegalStateException("an answer's file is never changed");
    }

    @Override
    public Optional<Made> exchanged(Path file, Inspection inspection, Path target) {
      throw new IllegalStateException("an answer's file is never changed");
    }
  }

  private long held(String id, Attachment... files) {
    portal.put(Samples.state(Samples.complaint(id, "1398")));
    await().until(() -> story(id).contains(Action.TICKET_OPENED));
    dishub.writes(new TrackingId(id), "Sudah diperbaiki.", List.of(files));
    await().until(() -> !connector.replies().waiting(10).isEmpty());
    return connector.replies().waiting(10).get(0).id();
  }

  private Enclosure enclosed(long held, String name, byte[] bytes) {
    Enclosing told = connector.replies().enclose(held, name, bytes, PERSON);
    assertThat(told.outcome()).isEqualTo(Outcome.ENCLOSED);
    return told.file().orElseThrow();
  }

  private Outcome enclosing(long held, byte[] bytes) {
    return connector.replies().enclose(held, "surat.pdf", bytes, PERSON).outcome();
  }

  private Outcome approve(long held, String... hashes) {
    return connector.replies().approve(held, Optional.empty(), List.of(hashes), PERSON);
  }

  private List<String> told(String id, Action action) {
    return connector.store().read(tx -> connector.store().audit().about(tx, id)).stream()
        .filter(entry -> entry.action() == action)
        .map(AuditEntry::detail)
        .toList();
  }

  private void published(String id) {
    await().until(() -> story(id).contains(Action.FOLLOW_UP_PUBLISHED));
  }

  @Test
  @Tag("ODF-12")
  void a_signed_letter_outlives_a_stop_between_approval_and_sending_and_arrives_byte_for_byte()
      throws Exception {
    long held = held("9850001");
    connector.close();
    connector = open();

    Enclosure letter = enclosed(held, "Surat Jawaban 123.pdf", SIGNED);
    assertThat(approve(held, letter.sha256())).isEqualTo(Outcome.APPROVED);
    assertThat(portal.followUps()).isEmpty();
    connector.close();
    connector = open();
    connector.start();

    published("9850001");
    assertThat(portal.followUps())
        .extracting(FollowUp::content)
        .containsExactly("Sudah diperbaiki.");
    assertThat(portal.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.name()).isEqualTo("Surat-Jawaban-123.pdf");
              assertThat(file.type()).isEqualTo("application/pdf");
              assertThat(file.bytes()).isEqualTo(SIGNED);
            });
    assertThat(told("9850001", Action.FILE_ENCLOSED))
        .containsExactly(
            "reply %d of dishub, change 1, application/pdf of 26 bytes, %s, [pdf.signed]"
                .formatted(held, letter.sha256()));
    assertThat(told("9850001", Action.REPLY_APPROVED))
        .containsExactly("reply " + held + " of dishub, change 1, with 1 file");
    assertThat(told("9850001", Action.FOLLOW_UP_PUBLISHED))
        .containsExactly("dishub change 1, with 1 file");
  }

  @Test
  @Tag("C7")
  void an_answer_whose_reply_was_lost_is_found_again_and_its_file_stands_there_once() {
    long held = held("9850002");
    Enclosure letter = enclosed(held, "surat.pdf", SIGNED);
    portal.loseNextAnswer(true);

    assertThat(approve(held, letter.sha256())).isEqualTo(Outcome.APPROVED);

    published("9850002");
    assertThat(portal.followUps()).hasSize(1);
    assertThat(portal.files()).hasSize(1);
  }

  @Test
  @Tag("ODF-10")
  void what_a_citizen_could_not_open_safely_is_not_taken_and_the_reason_is_told() {
    long held = held("9850003");

    assertThat(connector.replies().enclose(held, "a.odt", "invalid".getBytes(UTF_8), PERSON))
        .isEqualTo(new Enclosing(Outcome.FILE_UNFIT, Optional.empty(), List.of("odf.invalid")));
    assertThat(connector.replies().enclose(held, "a.pdf", "held".getBytes(UTF_8), PERSON))
        .isEqualTo(new Enclosing(Outcome.FILE_UNFIT, Optional.empty(), List.of("pdf.signed")));

    assertThat(connector.replies().content(held, PERSON).orElseThrow().followUp().enclosures())
        .isEmpty();
    assertThat(told("9850003", Action.FILE_ENCLOSED)).isEmpty();
  }

  @Test
  void what_is_no_file_for_this_answer_is_refused() {
    long held = held("9850004");
    String one = enclosed(held, "a.pdf", SIGNED).sha256();
    String two = enclosed(held, "b.pdf", "two".getBytes(UTF_8)).sha256();
    String three = enclosed(held, "c.pdf", "three".getBytes(UTF_8)).sha256();

    assertThat(enclosing(held, new byte[0])).isEqualTo(Outcome.FILE_EMPTY);
    assertThat(enclosing(held, new byte[BYTES_MAX + 1])).isEqualTo(Outcome.FILE_TOO_LARGE);
    assertThat(enclosing(held + 1, SIGNED)).isEqualTo(Outcome.UNKNOWN);
    assertThat(approve(held, one, two, three)).isEqualTo(Outcome.TOO_MANY_FILES);
    assertThat(approve(held, one, one)).isEqualTo(Outcome.BAD_FILES);
    assertThat(approve(held, "0".repeat(64))).isEqualTo(Outcome.BAD_FILES);
    assertThat(connector.replies().waiting(10)).hasSize(1);

    assertThat(approve(held, two)).isEqualTo(Outcome.APPROVED);
    assertThat(enclosing(held, SIGNED)).isEqualTo(Outcome.DECIDED);
    published("9850004");
    assertThat(portal.files()).extracting(PortalFile::name).containsExactly("b.pdf");
  }

  @Test
  void a_file_that_lies_here_for_somebody_else_cannot_be_named() throws Exception {
    long held = held("9850005");
    Path evidence = Files.writeString(dir.resolve("bukti"), "a citizen's");
    String other = rules().vault().keep(evidence, "text/plain").sha256();

    assertThat(approve(held, other)).isEqualTo(Outcome.BAD_FILES);
  }

  @Test
  void the_same_bytes_are_one_file_and_two_of_one_name_are_told_apart() {
    long held = held("9850006");
    String one = enclosed(held, "surat lama.pdf", SIGNED).sha256();
    assertThat(enclosed(held, "/tmp/surat.pdf", SIGNED).sha256()).isEqualTo(one);
    String two = enclosed(held, "surat.pdf", new byte[] {7}).sha256();

    assertThat(approve(held, two, one)).isEqualTo(Outcome.APPROVED);

    published("9850006");
    assertThat(portal.files())
        .extracting(PortalFile::name)
        .containsExactly("surat.pdf", "2-surat.pdf");
  }

  @Test
  void a_name_cannot_turn_round_what_follows_nor_hold_a_line() {
    long held = held("9850007");

    assertThat(enclosed(held, "jawab\u202Efdp\n.exe", SIGNED).name()).isEqualTo("jawab-fdp.pdf");
    assertThat(enclosed(held, "\u202E\u0000", new byte[] {1}).name()).isEqualTo("berkas-1.pdf");
  }

  @Test
  void a_persons_file_goes_first_and_the_agencys_stay_behind_where_there_are_too_many() {
    for (String file : List.of("a", "b")) {
      dishub.keeps("https://x/" + file, new AgencyFile.Here("text/plain", file.getBytes(UTF_8)));
    }
    long held =
        held(
            "9850008",
            new Attachment("a.txt", "https://x/a"),
            new Attachment("b.txt", "https://x/b"));
    Enclosure letter = enclosed(held, "surat.pdf", SIGNED);

    assertThat(approve(held, letter.sha256())).isEqualTo(Outcome.APPROVED);

    published("9850008");
    assertThat(portal.files()).extracting(PortalFile::name).containsExactly("surat.pdf", "a.pdf");
    assertThat(told("9850008", Action.FILE_LEFT_OUT))
        .containsExactly("change 1, file 2 of 2: more-than-2");
  }

  @Test
  @Tag("C1")
  void an_answer_does_not_go_without_the_file_that_a_person_put_to_it() throws Exception {
    long held = held("9850009");
    Enclosure letter = enclosed(held, "surat.pdf", SIGNED);
    Path kept = folder().resolve(letter.sha256().substring(0, 2)).resolve(letter.sha256());
    Path away = Files.move(kept, dir.resolve("away"));

    assertThat(approve(held, letter.sha256())).isEqualTo(Outcome.APPROVED);
    await().until(() -> story("9850009").contains(Action.DELIVERY_DELAYED));
    assertThat(portal.followUps()).isEmpty();
    Path unused = Files.move(away, kept);

    published("9850009");
    assertThat(portal.files()).hasSize(1);
  }

  @Test
  void where_nobody_keeps_files_none_is_taken() throws Exception {
    connector.close();
    keepsFiles = false;
    connector = open();
    connector.start();
    long held = held("9850010");

    assertThat(enclosing(held, SIGNED)).isEqualTo(Outcome.NO_FILES);
    assertThat(approve(held)).isEqualTo(Outcome.APPROVED);
    published("9850010");
  }
}
