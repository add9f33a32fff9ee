package id.aduan.lapor.bintan.vertical;

import static id.aduan.lapor.bintan.vertical.LandOfficeCaller.dossier;
import static id.aduan.lapor.bintan.vertical.LandOfficeCaller.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.bintan.front.AgencySettings;
import jakarta.xml.ws.WebServiceException;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandOfficeServiceTest {
  private static final LandOffice OFFICE =
      new LandOffice(
          AgencySettings.local()
              .withClock(InstantSource.fixed(Instant.parse("2026-11-25T07:03:22Z"))),
          LandOfficeCaller.CREDENTIALS);
  private static LandOfficeCaller caller;

  @BeforeAll
  static void start() {
    OFFICE.start();
    caller = new LandOfficeCaller(OFFICE.serviceUri());
  }

  @AfterAll
  static void stop() {
    OFFICE.close();
  }

  @Test
  void aDossierGetsANumberAndIsFoundByReference() throws Exception {
    var filed = caller.file("A-1");

    var found = caller.call("CariBerkas", "<nomorReferensi>A-1</nomorReferensi>");

    assertThat(texts(filed, "kodeHasil")).containsExactly("00");
    assertThat(texts(filed, "nomorBerkas")).singleElement().asString().matches("BKS-2101-\\d{6}");
    assertThat(texts(found, "nomorBerkas")).isEqualTo(texts(filed, "nomorBerkas"));
    assertThat(texts(found, "tanggalDaftar")).containsExactly("2026-11-25T14:03:22+07:00");
    assertThat(texts(found, "kodeStatus")).containsExactly("10");
  }

  @Test
  void theSameRequestTwiceMakesTwoDossiersAndTheLedgerKeepsBothRequests() throws Exception {
    caller.file("B-1");
    caller.file("B-1");

    assertThat(OFFICE.ledger().duplicates()).containsKey("KANTAH B-1");
    assertThat(OFFICE.ledger().ticketsFor("B-1"))
        .hasSize(2)
        .allSatisfy(
            ticket -> assertThat(ticket.rawRequest()).contains("Envelope", "Sudah lama menunggu."));
  }

  @Test
  void aDossierIsSetAnewAndAnUnknownOneIsRefused() throws Exception {
    var number = texts(caller.file("R-1"), "nomorBerkas").get(0);
    var changed = dossier("R-1", "Sertifikat hilang", "Sudah ditemukan.");
    var set =
        changed.replace("<nomorReferensi>R-1</nomorReferensi>", "<nomorBerkas>%s</nomorBerkas>");

    var revised = caller.call("PerbaruiBerkas", set.formatted(number));
    var unknown = caller.call("PerbaruiBerkas", set.formatted("BKS-2101-999999"));
    var found = caller.call("CariBerkas", "<nomorReferensi>R-1</nomorReferensi>");

    assertThat(texts(revised, "kodeHasil")).containsExactly("00");
    assertThat(texts(unknown, "kodeHasil")).containsExactly("14");
    assertThat(texts(found, "perihal")).containsExactly("Sertifikat hilang");
    assertThat(texts(found, "nomorBerkas")).containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({"80, 1500, 00", "81, 1500, 12", "80, 1501, 12", "0, 10, 11", "10, 0, 11"})
  void lengthsOutsideTheLimitsAreRefusedInsideAnAnswer(int subject, int body, String code)
      throws Exception {
    var reference = "C-" + subject + "-" + body;

    var answer =
        caller.call("DaftarkanBerkas", dossier(reference, "p".repeat(subject), "u".repeat(body)));

    assertThat(texts(answer, "kodeHasil")).containsExactly(code);
    assertThat(texts(answer, "nomorBerkas")).hasSize(code.equals("00") ? 1 : 0);
    assertThat(OFFICE.ledger().ticketsFor(reference)).hasSize(code.equals("00") ? 1 : 0);
  }

  @Test
  void attachmentsAreCheckedAndNamedToTheOfficer() throws Exception {
    var good = "<lampiran><nama>peta.png</nama><isi>aGFsbw==</isi></lampiran>";
    var empty = "<lampiran><nama>peta.png</nama><isi></isi></lampiran>";

    var taken = caller.call("DaftarkanBerkas", dossier("D-1", "Peta", "Uraian") + good);
    var tooMany = caller.call("DaftarkanBerkas", dossier("D-2", "Peta", "Uraian") + good.repeat(4));
    var refused = caller.call("DaftarkanBerkas", dossier("D-3", "Peta", "Uraian") + empty);

    assertThat(texts(taken, "kodeHasil")).containsExactly("00");
    assertThat(OFFICE.ledger().ticketsFor("D-1").get(0).submission().fields())
        .containsEntry("Lampiran", "peta.png");
    assertThat(texts(tooMany, "kodeHasil")).containsExactly("13");
    assertThat(texts(refused, "kodeHasil")).containsExactly("13");
  }

  @Test
  void anUnknownClassificationOrNoReferenceIsAFaultWithADetail() {
    var badCode = dossier("E-1", "Peta", "Uraian").replace("PTN-02", "X");

    assertThatThrownBy(() -> caller.call("DaftarkanBerkas", badCode))
        .cause()
        .isInstanceOfSatisfying(
            SoapFault.class, e -> assertThat(e.getDetail().getTextContent()).contains("F02"));
    assertThatThrownBy(() -> caller.file(" ")).hasCauseInstanceOf(SoapFault.class);
    assertThatThrownBy(() -> caller.progress(0, 201)).hasCauseInstanceOf(SoapFault.class);
    assertThat(OFFICE.ledger().ticketsFor("E-1")).isEmpty();
  }

  @Test
  void memosStandBesideAnswersInTheSameFeed() throws Exception {
    var number = texts(caller.file("F-1"), "nomorBerkas").get(0);
    long before = OFFICE.ledger().entries().size();
    OFFICE.desk().note(number, "Rina", "Berkas fisik hilang\u0001.");
    OFFICE
        .desk()
        .answer(number, "Rina", "Sudah <b>diukur</b>.\n\"Selesai\"", LandOffice.WORDS.done());

    var feed = caller.progress(before, 10);
    var firstPage = caller.progress(before, 1);

    assertThat(texts(feed, "jenis")).containsExactly("MEMO", "JAWABAN");
    assertThat(texts(feed, "untukPemohon")).containsExactly("false", "true");
    assertThat(texts(feed, "isi"))
        .containsExactly("Berkas fisik hilang?.", "Sudah <b>diukur</b>.\n\"Selesai\"");
    assertThat(texts(feed, "kodeStatus")).containsExactly("10", "40");
    assertThat(texts(feed, "nomorTerakhir")).containsExactly(Long.toString(before + 2));
    assertThat(texts(firstPage, "nomorTerakhir")).containsExactly(Long.toString(before + 1));
  }

  @Test
  void withoutTheRightPasswordNothingIsServed() {
    var stranger = new LandOfficeCaller(OFFICE.serviceUri(), new Credentials("lapor", "tebakan"));

    assertThatThrownBy(() -> stranger.file("G-1"))
        .isInstanceOf(WebServiceException.class)
        .hasStackTraceContaining("401");
    assertThat(OFFICE.ledger().ticketsFor("G-1")).isEmpty();
  }
}
