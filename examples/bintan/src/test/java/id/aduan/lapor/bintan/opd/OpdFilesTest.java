package id.aduan.lapor.bintan.opd;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.bintan.desk.FiledFile;
import id.aduan.lapor.bintan.desk.Hashes;
import id.aduan.lapor.bintan.front.AgencySettings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are put to tickets. */
class OpdFilesTest {
  private static final String FILE = "{\"nama\":\"foto.jpg\",\"isi_base64\":\"Zm90bw==\"}";
  private OpdSystem opd;
  private OpdCaller dishub;
  private OpdCaller pupr;

  @BeforeEach
  void start() {
    opd = new OpdSystem(AgencySettings.local(), OpdCaller.KEYS);
    opd.start();
    dishub = new OpdCaller(opd.baseUri(), "DISHUB");
    pupr = new OpdCaller(opd.baseUri(), "PUPR");
  }

  @AfterEach
  void stop() {
    opd.close();
  }

  @Test
  void aFileLiesAtItsTicketAsOftenAsItIsSent() throws Exception {
    var number = dishub.file("9200001");

    assertThat(dishub.attach(number, FILE).statusCode()).isEqualTo(201);
    assertThat(dishub.attach(number, FILE).statusCode()).isEqualTo(201);

    var listed = dishub.getJson("/api/v2/berkas/" + OpdCaller.encoded(number)).path("data");
    assertThat(listed.findValuesAsText("nama")).containsExactly("foto.jpg", "foto.jpg");
    assertThat(opd.ledger().files())
        .extracting(FiledFile::sha256)
        .containsOnly(Hashes.sha256("foto".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsNoFileOrNobodysTicketIsRefused() throws Exception {
    var number = dishub.file("9200001");

    assertThat(dishub.attach(number, "{\"nama\":\"a\",\"isi_base64\":\"?\"}").statusCode())
        .isEqualTo(422);
    assertThat(dishub.attach(number, "{\"nama\":\"\",\"isi_base64\":\"QQ==\"}").statusCode())
        .isEqualTo(422);
    assertThat(dishub.attach(number, "[").statusCode()).isEqualTo(400);
    assertThat(dishub.attach("TKT/DISHUB/2026/999999", FILE).statusCode()).isEqualTo(404);
    assertThat(pupr.attach(number, FILE).statusCode()).isEqualTo(404);
    assertThat(opd.ledger().files()).isEmpty();
  }
}
