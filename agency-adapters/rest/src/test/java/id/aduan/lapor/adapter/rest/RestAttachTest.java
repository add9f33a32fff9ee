package id.aduan.lapor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.AgencyAttachContract;
import id.aduan.lapor.testkit.AgencyAttachCutContract;
import id.aduan.lapor.testkit.AgencyFileKeysContract;
import id.aduan.lapor.testkit.AgencyFindFileContract;
import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.Fault;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.testkit.StoredTicket;
import id.aduan.lapor.testkit.TcpFaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Files, in each of the forms in which a JSON system may take them. */
class RestAttachTest {
  private static final TicketDesk DESK = new TicketDesk();
  private static final FaultyHttpServer SERVER = FaultyHttpServer.before(DESK);
  private static final TcpFaultProxy PROXY = TcpFaultProxy.before(SERVER.uri());
  private static final JdkHttpTransport HTTP = new JdkHttpTransport();
  @TempDir static Path folder;

  /** The first call loads what it needs, which takes long on a busy machine. */
  @BeforeAll
  static void warmUp() throws IOException {
    Lookup found = adapter("PT30S", "").find(Reference.of(new TrackingId("8123456")));
    assertThat(found).isEqualTo(new Lookup.Absent());
  }

  private static AgencyAdapter adapter(String deadline, String more) throws IOException {
    return Settings.in(folder)
        .with("baseUri", "http://127.0.0.1:" + PROXY.port())
        .with("deadline", deadline)
        .withSecret("key", "ZZSEC-kunci-dinas")
        .adapter("dinas.yaml", more, HTTP);
  }

  @AfterAll
  static void stop() {
    PROXY.close();
    SERVER.close();
    HTTP.close();
  }

  private abstract static class Any implements AgencyAttachContract {
    abstract String attach();

    @Override
    public AgencyAdapter adapter() {
      try {
        return RestAttachTest.adapter("PT1S", "\n" + attach());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public AgencyAdapter another() {
      return adapter();
    }

    @Override
    public TextLimits limits() {
      return new TextLimits(100, 1000, "");
    }

    @Override
    public List<String> secrets() {
      return List.of("ZZSEC-kunci-dinas");
    }

    @Override
    public FarEnd farEnd() {
      return new Desk();
    }
  }

  private abstract static class Form extends Any
      implements AgencyFindFileContract, AgencyFileKeysContract, AgencyAttachCutContract {
    private static final String COMMON =
        """
        attach:
          file: /id
          honoursKeys: true
          find: {path: "/tiket/{ticket}/lampiran", items: /lampiran, name: /nama}
        """;
    private final String form;

    Form(String form) {
      this.form = form;
    }

    @Override
    String attach() {
      return COMMON + form.indent(2);
    }

    @Override
    public TcpFaultProxy proxy() {
      return PROXY;
    }
  }

  @Nested
  class AsAPart extends Form {
    AsAPart() {
      super(
          """
          path: "/tiket/{ticket}/lampiran"
          multipart: {file: berkas, fields: {keterangan: file.type}}
          """);
    }
  }

  @Nested
  class WithinJson extends Form {
    WithinJson() {
      super(
          """
          path: "/tiket/{ticket}/lampiran"
          json: '{"nama": file.name, "isi": "data:" & file.type & ";base64," & file.base64}'
          """);
    }
  }

  @Nested
  class Alone extends Form {
    Alone() {
      super(
          """
          method: PUT
          path: "/tiket/{ticket}/lampiran/{name}"
          raw: {}
          """);
    }
  }

  /** An upload lies at no ticket, so that its end decides nothing; {@link RestUploadTest}. */
  @Nested
  class AfterAnUpload extends Any {
    @Override
    String attach() {
      return """
      attach:
        upload:
          path: "/unggah/{name}"
          raw: {}
          id: /data/id
        path: "/tiket/{ticket}/lampiran"
        json: '{"unggahan": upload}'
        file: /id
        find: {path: "/tiket/{ticket}/lampiran", items: /lampiran, name: /nama}
      """;
    }

    @Override
    public boolean uploadsFirst() {
      return true;
    }
  }

  private static final class Desk implements FarEnd {
    @Override
    public List<StoredFile> files() {
      return DESK.files();
    }

    @Override
    public void reset() {
      SERVER.reset();
      DESK.forget();
    }

    @Override
    public void recover() {
      SERVER.recover();
    }

    @Override
    public List<StoredTicket> tickets() {
      return DESK.tickets();
    }

    @Override
    public String recorded() {
      return SERVER.recorded();
    }

    @Override
    public void fail(Fault fault) {
      SERVER.fail(fault);
    }

    @Override
    public void answer(String ticket, String text) {
      DESK.write(ticket, "TANGGAPAN", text, "DIPROSES");
    }

    @Override
    public List<byte[]> pushes() {
      return DESK.pushes();
    }

    @Override
    public void note(String ticket, String text) {
      DESK.write(ticket, "CATATAN", text, "DIPROSES");
    }

    @Override
    public void garble() {
      DESK.write("", "CATATAN", "Jawaban tanpa tiket", "DIPROSES");
    }

    @Override
    public void move(String ticket, String status) {
      DESK.write(ticket, "STATUS", "", status);
    }
  }
}
