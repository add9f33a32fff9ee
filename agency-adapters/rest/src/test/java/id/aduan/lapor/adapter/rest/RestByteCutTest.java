package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import id.aduan.lapor.testkit.cut.ByteCutContract;
import id.aduan.lapor.testkit.cut.CutLedger;
import id.aduan.lapor.testkit.cut.CutSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class RestByteCutTest extends ByteCutContract {
  @TempDir Path settings;

  @Override
  protected AgencyAdapter adapter(URI server, HttpTransport http) throws IOException {
    return Settings.in(settings)
        .with("baseUri", server.toString())
        .withSecret("key", "ZZSEC-kunci-dinas")
        .with("deadline", "PT30S")
        .adapter("dinas.yaml", http);
  }

  @Override
  protected CutSystem system() {
    return new Desk();
  }

  @Override
  protected void tell(String line) {
    System.out.println("rest " + line);
  }

  /** The system of dinas.yaml, as far as it is cut. */
  private static final class Desk implements CutSystem {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Kind kindOf(HttpCall call) {
      return switch (call.method()) {
        case "POST" -> Kind.CREATE;
        case "PUT" -> Kind.UPDATE;
        default -> Kind.READ;
      };
    }

    @Override
    public Work read(Request request, CutLedger ledger) throws IOException {
      String path = request.uri().getPath();
      if (request.method().equals("GET")) {
        String reference = request.uri().getQuery().replace("no_referensi=", "");
        List<Map<String, String>> found =
            ledger.ticketsOf(reference).stream()
                .map(it -> Map.of("nomor", it.number(), "no_referensi", it.reference()))
                .toList();
        return new Work(Kind.READ, reply(200, Map.of("data", found)), () -> {});
      }
      JsonNode body = JSON.readTree(request.body());
      String content = body.path("uraian").asText();
      if (request.method().equals("PUT")) {
        String number = path.substring("/tiket/".length());
        return new Work(
            Kind.UPDATE,
            reply(200, Map.of("status", "DIPERBARUI")),
            () -> ledger.set(number, content));
      }
      String reference = body.path("no_referensi").asText();
      String number = ledger.nextNumber(reference);
      return new Work(
          Kind.CREATE,
          reply(201, Map.of("nomor", number)),
          () -> ledger.create(number, reference, content));
    }

    private static Reply reply(int status, Object body) throws IOException {
      return new Reply(status, "application/json", JSON.writeValueAsString(body));
    }
  }
}
