package id.aduan.lapor.bintan.vertical;

import static id.aduan.lapor.bintan.vertical.LandOfficeCaller.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.bintan.front.AgencySettings;
import id.aduan.lapor.bintan.front.Trouble;
import jakarta.xml.ws.WebServiceException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandOfficeTroubleTest {
  private static final LandOffice OFFICE =
      new LandOffice(
          AgencySettings.local().withSilenceMax(Duration.ofMillis(300)),
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

  @AfterEach
  void endTrouble() {
    OFFICE.trouble(Trouble.NONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML_PAGE", "SERVER_ERROR", "SILENT", "UNAVAILABLE"})
  void aCallInTroubleFailsAndStoresNothing(Trouble kind) {
    OFFICE.trouble(kind);

    assertThatThrownBy(() -> caller.file(kind.name())).isInstanceOf(WebServiceException.class);

    assertThat(OFFICE.ledger().ticketsFor(kind.name())).isEmpty();
  }

  @Test
  void aServerErrorIsASoapFault() {
    OFFICE.trouble(Trouble.SERVER_ERROR);

    assertThatThrownBy(() -> caller.file("fault"))
        .hasCauseInstanceOf(SoapFault.class)
        .hasMessageContaining("Gangguan pada basis data");
  }

  @Test
  void aLostAnswerLeavesADossierBehind() throws Exception {
    OFFICE.trouble(Trouble.ANSWER_LOST);

    assertThatThrownBy(() -> caller.file("lost")).isInstanceOf(WebServiceException.class);

    assertThat(OFFICE.ledger().ticketsFor("lost")).hasSize(1);
    OFFICE.trouble(Trouble.NONE);
    var found = caller.call("CariBerkas", "<nomorReferensi>lost</nomorReferensi>");
    assertThat(texts(found, "nomorBerkas")).hasSize(1);
  }

  @Test
  void anErrorInsideIsAProperAnswerOfTheOperation() throws Exception {
    OFFICE.trouble(Trouble.ERROR_INSIDE);

    var filed = caller.file("inside");
    var progress = caller.progress(0, 10);

    assertThat(filed.getLocalName()).isEqualTo("DaftarkanBerkasResponse");
    assertThat(texts(filed, "kodeHasil")).containsExactly("99");
    assertThat(progress.getLocalName()).isEqualTo("AmbilPerkembanganResponse");
    assertThat(texts(progress, "nomorTerakhir")).isEmpty();
    assertThat(OFFICE.ledger().ticketsFor("inside")).isEmpty();
  }

  @Test
  void troubleOfTheNextFilingSparesReadersAndEndsByItself() throws Exception {
    OFFICE.troubles().setNext(Trouble.ERROR_INSIDE, 1);

    assertThat(texts(caller.progress(0, 10), "kodeHasil")).containsExactly("00");
    assertThat(texts(caller.file("next"), "kodeHasil")).containsExactly("99");
    assertThat(texts(caller.file("next"), "kodeHasil")).containsExactly("00");
  }

  @Test
  void officersHaveTheirPageWithoutThePassword() throws Exception {
    var number = texts(caller.file("page"), "nomorBerkas").get(0);
    OFFICE.trouble(Trouble.UNAVAILABLE);

    var page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(OFFICE.baseUri() + "/loket?nomor=" + number))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Loket Kantor Pertanahan", "ANONIM", "PTN-02");
  }
}
