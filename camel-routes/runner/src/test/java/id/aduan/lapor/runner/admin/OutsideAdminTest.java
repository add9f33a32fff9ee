package id.aduan.lapor.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.yaml.ConfigurationFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administration that others can reach. */
@Tag("S23")
class OutsideAdminTest extends AdminRig {
  private static final String TOKEN = "ZZSEC-0123456789abcdef0123456789abcdef";
  private static final String WRITTEN = "admin: {\"port\": 0}";

  @Override
  void prepare() {
    try {
      Files.writeString(sample.file().resolveSibling("token"), TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sample.replace(WRITTEN, "admin: {host: 0.0.0.0, port: 0, token: \"${file:token}\"}");
  }

  @Test
  void everythingWantsAToken() throws Exception {
    for (String path : new String[] {"/health/live", "/health/ready", "/metrics", "/metrics/x"}) {
      assertProblem(get(path), 401, "admin.token");
    }
    for (String path : new String[] {"/health/live", "/metrics", AdminApi.PATH + "/status"}) {
      assertThat(send(allowed(path)).statusCode()).isEqualTo(200);
      assertThat(
              send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + TOKEN))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void commandsReachItByThisMachinesOwnAddress() {
    assertThat(file.address().getHost()).isEqualTo("127.0.0.1");
    assertThat(AdminAnswers.of(file).status().cases()).isEqualTo(1);
  }

  @Test
  @Tag("S16")
  void theConfiguredTokenIsNotCopiedToTheFile() throws Exception {
    assertThat(Files.readString(config.store().notice())).doesNotContain("ZZSEC");
    assertThat(config.toString()).doesNotContain("ZZSEC");
  }

  @Test
  void itIsRefusedWithoutAToken(@TempDir Path folder) {
    SampleConfig open = SampleConfig.in(folder);
    open.replace(WRITTEN, "admin: {host: 0.0.0.0, port: 0}");

    assertThatThrownBy(open::load)
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("needs a token");
  }

  @Test
  void aShortTokenIsRefusedAndNotShown(@TempDir Path folder) {
    SampleConfig open = SampleConfig.in(folder);
    open.replace(WRITTEN, "admin: {port: 0, token: \"${env:SHORT}\"}");

    assertThatThrownBy(open::load)
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("32 to 256 visible ASCII characters")
        .hasMessageNotContaining("YWJj");
  }

  @Test
  void aWayThatIsNotSealedIsNoticed() {
    assertThat(config.notices())
        .anyMatch(it -> it.message().equals("the way to the administration is not sealed by TLS"));
  }
}
