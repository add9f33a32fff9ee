package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.AgencyAttachContract;
import id.aduan.lapor.testkit.AgencyAttachCutContract;
import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.testkit.TcpFaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Files to a SOAP office that CXF serves, in each of the forms in which one may take them. */
class SoapAttachTest {
  private static final JdkHttpTransport HTTP = new JdkHttpTransport();
  @TempDir static Path folder;
  private static ComplaintOffice office;
  private static FaultyHttpServer server;
  private static TcpFaultProxy proxy;

  @BeforeAll
  static void open() throws IOException {
    office = new ComplaintOffice();
    server = FaultyHttpServer.before(new OfficeFront(HttpClient.newHttpClient(), office.uri()));
    proxy = TcpFaultProxy.before(server.uri());
  }

  @AfterAll
  static void stop() {
    proxy.close();
    server.close();
    office.close();
    HTTP.close();
  }

  private abstract static class Form implements AgencyAttachContract, AgencyAttachCutContract {
    private final AgencyAdapter adapter;

    Form(boolean mtom) {
      adapter = make(mtom);
    }

    private static AgencyAdapter make(boolean mtom) {
      String attach =
          """

          attach:
            operation: lampirkanBerkas
            fields: {nomorTiket: ticket, namaBerkas: fileName, isi: base64}
            code: kode
            okCodes: ["00"]
            mtom: %s
          """
              .formatted(mtom);
      try {
        Settings settings = Settings.in(folder);
        return settings.adapterOf(
            settings.yaml("http://127.0.0.1:" + proxy.port() + "/soap") + attach, HTTP);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public AgencyAdapter adapter() {
      return adapter;
    }

    @Override
    public TcpFaultProxy proxy() {
      return proxy;
    }

    @Override
    public AgencyAdapter another() {
      return adapter;
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
          server,
          new OfficeFarEnd.Desk(office::forget, office::tickets, office::write, office::files));
    }
  }

  @Nested
  class WithinTheEnvelope extends Form {
    WithinTheEnvelope() {
      super(false);
    }
  }

  @Nested
  class BesideIt extends Form {
    BesideIt() {
      super(true);
    }
  }
}
