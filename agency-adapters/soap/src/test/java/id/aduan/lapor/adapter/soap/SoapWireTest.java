package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.AgencyWireContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class SoapWireTest extends AgencyWireContract {
  @TempDir Path folder;

  @Override
  protected AgencyAdapter adapter(URI base, Duration connect) throws IOException {
    Settings settings = Settings.in(folder);
    return settings.adapterOf(
        settings.yaml(base + "/soap") + "connect: " + connect + "\n", new JdkHttpTransport());
  }

  @Override
  protected String accepted() {
    String body =
        OfficeFront.soap(
                200,
                "<KirimPengaduanJawaban xmlns=\"%s\"><kode>00</kode><nomorTiket>T-1</nomorTiket></KirimPengaduanJawaban>"
                    .formatted(ComplaintOffice.NAMESPACE))
            .body();
    return "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }
}
