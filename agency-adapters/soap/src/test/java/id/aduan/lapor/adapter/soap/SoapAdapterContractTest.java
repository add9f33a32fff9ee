package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.AgencyAdapterContract;
import id.aduan.lapor.testkit.AgencyChangesContract;
import id.aduan.lapor.testkit.AgencyFindContract;
import id.aduan.lapor.testkit.AgencyUpdateContract;
import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.FaultyHttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SoapAdapterContractTest extends AgencyAdapterContract
    implements AgencyFindContract, AgencyUpdateContract, AgencyChangesContract {
  private static final JdkHttpTransport HTTP = new JdkHttpTransport();
  @TempDir static Path folder;
  private static ComplaintOffice office;
  private static FaultyHttpServer server;
  private static AgencyAdapter adapter;

  @BeforeAll
  static void open() throws IOException {
    office = new ComplaintOffice();
    server = FaultyHttpServer.before(new OfficeFront(HttpClient.newHttpClient(), office.uri()));
    adapter = Settings.in(folder).adapter(server.uri() + "/soap", HTTP);
  }

  @AfterAll
  static void stop() {
    adapter.close();
    server.close();
    office.close();
    HTTP.close();
  }

  @Override
  public AgencyAdapter adapter() {
    return adapter;
  }

  @Override
  public AgencyAdapter another() {
    try {
      return Settings.in(folder).adapter(server.uri() + "/soap", HTTP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TextLimits limits() {
    return new TextLimits(100, 1000, "");
  }

  @Override
  public List<String> secrets() {
    return List.of(Settings.PASSWORD);
  }

  @Override
  public FarEnd farEnd() {
    return new OfficeFarEnd(
        server, new OfficeFarEnd.Desk(office::forget, office::tickets, office::write));
  }
}
