package id.aduan.lapor.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class CatalogTest {

  @Test
  void camel_finds_the_component_by_its_scheme() {
    try (var context = new DefaultCamelContext()) {
      assertThat(context.getComponent("lapor")).isInstanceOf(LaporComponent.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_catalog_names_every_header_and_option() throws IOException {
    String path = "/META-INF/id/aduan/lapor/camel/lapor.json";
    try (InputStream json = LaporComponent.class.getResourceAsStream(path)) {
      assertThat(json).isNotNull();

      assertThat(new String(json.readAllBytes(), StandardCharsets.UTF_8))
          .contains(
              LaporConstants.TRACKING_ID,
              LaporConstants.TARGET,
              LaporConstants.OPERATION,
              LaporConstants.IDEMPOTENCY_KEY,
              LaporConstants.ATTEMPTS,
              "\"concurrencyMax\"",
              "\"connector\"");
    }
  }
}
