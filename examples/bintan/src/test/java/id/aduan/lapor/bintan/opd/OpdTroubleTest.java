package id.aduan.lapor.bintan.opd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.aduan.lapor.bintan.front.AgencySettings;
import id.aduan.lapor.bintan.front.Trouble;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpdTroubleTest {
  private static final String TICKET = OpdCaller.TICKET.formatted("8123456");
  private final OpdSystem opd =
      new OpdSystem(AgencySettings.local().withSilenceMax(Duration.ofMillis(300)), OpdCaller.KEYS);
  private OpdCaller dishub;

  @BeforeEach
  void start() {
    opd.start();
    dishub = new OpdCaller(opd.baseUri(), "DISHUB");
  }

  @AfterEach
  void stop() {
    opd.close();
  }

  @Test
  void anHtmlPageComesWith200() throws Exception {
    opd.trouble(Trouble.HTML_PAGE);

    var answer = dishub.post(TICKET);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).contains("Silakan masuk");
    assertThat(opd.ledger().tickets()).isEmpty();
  }

  @Test
  void aServerErrorStoresNothing() throws Exception {
    opd.trouble(Trouble.SERVER_ERROR);

    assertThat(dishub.post(TICKET).statusCode()).isEqualTo(500);
    assertThat(opd.ledger().tickets()).isEmpty();
  }

  @Test
  void anErrorInsideHides200() throws Exception {
    opd.trouble(Trouble.ERROR_INSIDE);

    var answer = dishub.post(TICKET);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"pesan\":\"Terjadi kesalahan sistem.\"}");
    assertThat(opd.ledger().tickets()).isEmpty();
  }

  @Test
  void anUnavailableSystemSaysWhenToComeBack() throws Exception {
    opd.trouble(Trouble.UNAVAILABLE);

    var answer = dishub.post(TICKET);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(opd.ledger().tickets()).isEmpty();
  }

  @Test
  void aLostAnswerLeavesATicketBehind() throws Exception {
    opd.trouble(Trouble.ANSWER_LOST);

    assertThatThrownBy(() -> dishub.post(TICKET))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);

    assertThat(opd.ledger().ticketsFor("8123456")).hasSize(1);
    opd.trouble(Trouble.NONE);
    assertThat(dishub.getJson("/api/v2/tiket?no_referensi=8123456").path("data")).hasSize(1);
  }

  @Test
  void aSilentSystemNeverAnswersAndStoresNothing() {
    opd.trouble(Trouble.SILENT);

    assertThatThrownBy(() -> dishub.post(TICKET)).isInstanceOf(IOException.class);

    assertThat(opd.ledger().tickets()).isEmpty();
  }

  @Test
  void closingDoesNotWaitForSilence() throws Exception {
    var patient = new OpdSystem(AgencySettings.local(), OpdCaller.KEYS);
    patient.start();
    patient.trouble(Trouble.SILENT);
    var silent = new CountDownLatch(1);
    patient.listen(event -> silent.countDown());
    var caller = new OpdCaller(patient.baseUri(), "DISHUB");

    var call = CompletableFuture.supplyAsync(() -> catchThrowable(() -> caller.post(TICKET)));
    assertThat(silent.await(60, TimeUnit.SECONDS)).isTrue();
    patient.close();

    assertThat(call.get(4, TimeUnit.SECONDS))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void troubleOfOneUnitLeavesTheOthersAlone() throws Exception {
    opd.troubles().set("DISHUB", Trouble.SERVER_ERROR);

    assertThat(dishub.post(TICKET).statusCode()).isEqualTo(500);
    assertThat(new OpdCaller(opd.baseUri(), "PUPR").post(TICKET).statusCode()).isEqualTo(201);
    opd.trouble(Trouble.NONE);
    assertThat(dishub.post(TICKET).statusCode()).isEqualTo(201);
  }

  @Test
  void troubleOfTheNextFilingsSparesReadersAndEndsByItself() throws Exception {
    opd.troubles().setNext(Trouble.SERVER_ERROR, 2);

    assertThat(dishub.get("/api/v2/perubahan").statusCode()).isEqualTo(200);
    assertThat(dishub.post(TICKET).statusCode()).isEqualTo(500);
    assertThat(dishub.post(TICKET).statusCode()).isEqualTo(500);
    assertThat(dishub.post(TICKET).statusCode()).isEqualTo(201);
  }

  @Test
  void officersWorkOnWhileTheirInterfaceIsInTrouble() throws Exception {
    opd.trouble(Trouble.SERVER_ERROR);

    assertThat(dishub.get("/petugas").statusCode()).isEqualTo(200);
  }
}
