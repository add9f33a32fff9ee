package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.AgencyWireContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class RestWireTest extends AgencyWireContract {
  @TempDir Path folder;

  @Override
  protected AgencyAdapter adapter(URI base, Duration connect) throws IOException {
    return Settings.in(folder)
        .with("baseUri", base.toString())
        .with("deadline", "PT2S\nconnect: " + connect)
        .withSecret("key", "ZZSEC-kunci-dinas")
        .adapter("dinas.yaml", new JdkHttpTransport());
  }

  @Override
  protected String accepted() {
    String body = "{\"nomor\":\"T-1\"}";
    return "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }
}
