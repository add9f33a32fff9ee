package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.AgencyAdapterContract;
import id.aduan.lapor.testkit.AgencyFindContract;
import id.aduan.lapor.testkit.AgencyPushContract;
import id.aduan.lapor.testkit.AgencyUpdateContract;
import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.Fault;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.testkit.StoredTicket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class RestAdapterContractTest extends AgencyAdapterContract
    implements AgencyFindContract, AgencyUpdateContract, AgencyPushContract {
  private static final String KEY = "ZZSEC-kunci-dinas";
  private static final TicketDesk DESK = new TicketDesk();
  private static final FaultyHttpServer SERVER = FaultyHttpServer.before(DESK);
  private static final JdkHttpTransport HTTP = new JdkHttpTransport();
  @TempDir static Path folder;
  private static AgencyAdapter adapter;

  @BeforeAll
  static void configure() {
    adapter = make();
  }

  private static AgencyAdapter make() {
    try {
      return Settings.in(folder)
          .with("baseUri", SERVER.uri().toString())
          .withSecret("key", KEY)
          .adapter("dinas.yaml", HTTP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    HTTP.close();
  }

  @Override
  public AgencyAdapter adapter() {
    return adapter;
  }

  @Override
  public AgencyAdapter another() {
    return make();
  }

  @Override
  public TextLimits limits() {
    return new TextLimits(100, 1000, "");
  }

  @Override
  public List<String> secrets() {
    return List.of(KEY);
  }

  @Override
  public FarEnd farEnd() {
    return new FarEnd() {
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
    };
  }
}
