package id.aduan.lapor.runner.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.DueDate;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.Follow;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.PortalEntries.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What letters say of a case. */
class LetterContentTest {
  private static final TrackingId ID = new TrackingId("9400001");
  private static final Visibility OPEN = new Visibility(Flag.FALSE, Flag.FALSE);
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final AgencyCode PUPR = new AgencyCode("pupr");

  @TempDir private Path folder;
  private CasesRig rig;

  @BeforeEach
  void aCase() {
    rig = new CasesRig(folder);
    save(complaint(OPEN, List.of()));
  }

  private static Complaint complaint(Visibility visibility, List<Attachment> files) {
    Complaint plain = CasesRig.request(ID.value(), CasesRig.RECEIVED).complaint().with(visibility);
    return new Complaint(
        ID,
        plain.title(),
        plain.content(),
        plain.category(),
        plain.classification(),
        plain.channel(),
        visibility,
        plain.receivedAt(),
        plain.incidentOn(),
        plain.location(),
        plain.status(),
        plain.disposition(),
        files,
        plain.reporter(),
        plain.replies());
  }

  private void save(Complaint complaint) {
    rig.write((store, tx) -> store.complaints().save(tx, CasesRig.record(complaint)));
  }

  private void entry(String id, String at, Flag secret, String text) {
    entry(id, Optional.of(Instant.parse(at)), secret, "", text, "");
  }

  private void entry(
      String id, Optional<Instant> at, Flag secret, String from, String text, String echoOf) {
    PortalEntry entry =
        new PortalEntry(
            id,
            PortalEntry.Origin.FOLLOW_UP,
            PortalEntry.Kind.ANSWER,
            at,
            Optional.of(new Institution("", from)),
            Optional.empty(),
            "",
            text,
            secret,
            List.of(),
            Optional.empty(),
            Optional.empty());
    Known known =
        new Known(entry.origin(), id, entry.kind(), CasesRig.RECEIVED, "twin" + id, echoOf);
    rig.write((store, tx) -> store.portalEntries().add(tx, ID, known, entry));
  }

  /** An answer that was sent from here, as the portal tells it back. */
  private void sent(String id, AgencyCode agency, boolean secret, String text) {
    FollowUp answer =
        new FollowUp(ID, agency, id, CasesRig.RECEIVED, text, List.of(), secret, "", 1, List.of());
    Lane lane = new Lane(ID, Targets.PORTAL);
    IdempotencyKey key = IdempotencyKey.of(lane, "publish", agency + "|" + id);
    rig.write(
        (store, tx) -> {
          boolean unused =
              store
                  .outbox()
                  .enqueue(
                      tx,
                      new NewEntry(lane, "publish", key, ModelJson.write(answer), "twin" + id),
                      CasesRig.RECEIVED);
        });
    entry(id, Optional.empty(), Flag.UNKNOWN, "Pemerintah", text, key.value());
  }

  private void clocks(Clock... clocks) {
    CaseFacts facts =
        new CaseFacts(complaint(OPEN, List.of()).classification().kind(), OPEN, Optional.empty());
    rig.write(
        (store, tx) ->
            store.clocks().save(tx, new CaseClocks(ID, facts, List.of(), List.of(clocks), "b")));
  }

  private static Clock clock(String rule, Duty duty, Clock.State state, String due) {
    LocalDate day = LocalDate.parse(due);
    return new Clock(
        rule,
        duty,
        "v~1",
        1,
        state,
        CasesRig.RECEIVED,
        new Limit(5, Limit.Unit.WORKING_DAY),
        new DueDate(
            day, day.atTime(23, 59, 59).atZone(WIB).toInstant(), WIB, Certainty.FINAL, "id~1"),
        List.of(),
        Set.of(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  private void leg(AgencyCode agency, Leg.State state, boolean lead, String word, String reason) {
    Leg leg =
        new Leg(
            ID,
            agency,
            1,
            state,
            lead,
            new CaseRecord.Assignment(agency, "CATEGORY", "mapping.yaml:4", "1"),
            word.isEmpty() ? Handling.UNKNOWN : Handling.RETURNED,
            word,
            Optional.empty(),
            CasesRig.RECEIVED,
            Optional.empty(),
            Optional.empty(),
            reason);
    rig.write((store, tx) -> store.legs().save(tx, leg));
  }

  /** The page of a letter. */
  private String page(String kind, String... words) throws IOException {
    Path file = folder.resolve("surat.odt");
    String[] all = new String[words.length + 6];
    String[] first = {"letter", kind, ID.value(), "--force", "--out", file.toString()};
    System.arraycopy(first, 0, all, 0, 6);
    System.arraycopy(words, 0, all, 6, words.length);
    assertThat(rig.run(all)).as(rig.err()).isZero();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("content.xml")) {
          return new String(zip.readAllBytes(), UTF_8)
              .replaceAll("<[^>]*>\\s*", "|")
              .replaceAll("\\|+", "|");
        }
      }
    }
    throw new AssertionError("no page");
  }

  @Test
  void theDueDayIsTheAgencysOwnWhateverOthersHaveToDoBefore() throws IOException {
    clocks(
        clock("sp4n.reply", Duty.REPORTER, Clock.State.RUNNING, "2026-12-22"),
        clock("sp4n.portal", Duty.PORTAL, Clock.State.RUNNING, "2026-12-23"),
        clock("sp4n.verify", Duty.COORDINATOR, Clock.State.RUNNING, "2026-12-24"),
        clock("sp4n.old", Duty.AGENCY, Clock.State.REPLACED, "2026-12-25"),
        clock("sp4n.later", Duty.AGENCY, Clock.State.RUNNING, "2026-12-30"),
        clock("sp4n.first", Duty.AGENCY, Clock.State.RUNNING, "2026-12-28"));

    assertThat(page("surat-pengantar")).contains("28 Desember 2026");
    assertThat(page("surat-teguran"))
        .contains("28 Desember 2026", "sp4n.later")
        .doesNotContain(
            "22 Desember 2026", "23 Desember", "24 Desember", "25 Desember", "sp4n.reply");
    assertThat(page("lembar-disposisi"))
        .contains("sp4n.verify")
        .doesNotContain("sp4n.reply", "sp4n.portal", "sp4n.old");
  }

  @Test
  void aClockThatHasPassedOnTheLettersDayIsSaidToHave() throws IOException {
    clocks(clock("sp4n.first", Duty.AGENCY, Clock.State.RUNNING, "2026-12-01"));

    assertThat(page("surat-teguran")).contains("Lewat tenggat").doesNotContain("Berjalan");
    assertThat(page("surat-teguran", "--date", "2026-12-01"))
        .contains("Berjalan")
        .doesNotContain("Lewat tenggat");
  }

  @Test
  void theAnswerIsTheLastOneThatThePublicMayRead() throws IOException {
    entry("3", "2026-12-03T00:00:00Z", Flag.FALSE, "yang terakhir");
    entry("9", "2026-12-09T00:00:00Z", Flag.TRUE, "ZZSECRET");
    entry("1", "2026-12-01T00:00:00Z", Flag.FALSE, "yang pertama");

    assertThat(page("surat-jawaban"))
        .contains("yang terakhir")
        .doesNotContain("ZZSECRET", "yang pertama");
  }

  @Test
  void anAnswerOfASecretCaseIsSecretWhereThePortalDoesNotSayOtherwise() throws IOException {
    save(complaint(new Visibility(Flag.FALSE, Flag.TRUE), List.of()));
    entry("3", "2026-12-03T00:00:00Z", Flag.UNKNOWN, "ZZSECRET");

    assertThat(page("surat-jawaban")).doesNotContain("ZZSECRET");

    save(complaint(OPEN, List.of()));
    assertThat(page("surat-jawaban")).contains("ZZSECRET"); // it has become public with the case
  }

  @Test
  void anAnswerThatWeSentAsSecretIsInNoLetter() throws IOException {
    sent("1", DISHUB, false, "jawaban umum");
    sent("2", DISHUB, true, "ZZSECRET");

    assertThat(page("surat-jawaban")).contains("jawaban umum").doesNotContain("ZZSECRET");
  }

  @Test
  void ofSeveralAgenciesTheAnswerIsThatOfTheOneAskedFor() throws IOException {
    leg(DISHUB, Leg.State.ACTIVE, true, "", "");
    leg(PUPR, Leg.State.ACTIVE, false, "", "");
    sent("1", DISHUB, false, "dari dishub");
    sent("2", PUPR, false, "dari pupr");
    entry("3", Optional.of(CasesRig.RECEIVED), Flag.FALSE, "DINAS PERHUBUNGAN", "langsung", "");

    assertThat(page("surat-jawaban", "--agency", "pupr")).contains("dari pupr");
    assertThat(page("surat-jawaban", "--agency", "dishub"))
        .contains("langsung")
        .doesNotContain("dari pupr");
  }

  @Test
  void filesOfACaseFromBeforeFilesWereKeptAreCounted() throws IOException {
    Attachment first = new Attachment("a.jpg", "https://x.example/1");
    Attachment second = new Attachment("b.pdf", "https://x.example/2");
    Attachment reply = new Attachment("c.png", "https://x.example/3");
    save(complaint(OPEN, List.of(first, second)));
    assertThat(page("surat-pengantar")).contains("2 berkas", "a.jpg", "b.pdf", "Di portal");

    for (int place = 1; place <= 2; place++) {
      CaseFile file =
          new CaseFile(
              ID,
              place,
              place == 1 ? first : reply,
              CaseFile.State.WAITING,
              "",
              0,
              List.of(),
              Optional.empty(),
              List.of(),
              CasesRig.RECEIVED);
      rig.write((store, tx) -> store.files().add(tx, file));
    }
    assertThat(page("surat-pengantar"))
        .contains("3 berkas", "a.jpg", "c.png", "b.pdf", "Belum diterima", "Di portal");
  }

  @Test
  void aReturnSaysWhyByThePersonOrElseByTheAgencyOrLeavesRoom() throws IOException {
    assertThat(page("surat-pengembalian")).contains("..............................");

    leg(DISHUB, Leg.State.MOVED, true, "", "disposed anew");
    assertThat(page("surat-pengembalian"))
        .contains("..............................")
        .doesNotContain("disposed anew");

    leg(DISHUB, Leg.State.RETURNED, true, "Bukan kewenangan Dishub", "");
    assertThat(page("surat-pengembalian")).contains("Bukan kewenangan Dishub");

    leg(DISHUB, Leg.State.MOVED, true, "Bukan kewenangan Dishub", "jalan provinsi");
    assertThat(page("surat-pengembalian")).contains("jalan provinsi");
    assertThat(page("surat-pengembalian", "--set", "alasan=jalan nasional"))
        .contains("jalan nasional")
        .doesNotContain("jalan provinsi");
  }

  @Test
  void nobodyIsNamedOnceThePortalHasTheCaseNoMore() throws IOException {
    assertThat(page("tanda-terima")).contains("ZZPII nama");

    rig.write(
        (store, tx) ->
            store
                .follows()
                .save(
                    tx,
                    new Follow(
                        ID,
                        Follow.Phase.GONE,
                        Follow.NEVER,
                        Duration.ofDays(1),
                        Optional.of(CasesRig.RECEIVED))));

    assertThat(page("tanda-terima"))
        .contains("Dirahasiakan")
        .doesNotContain("ZZPII nama", "zzpii@example.invalid");
  }
}
