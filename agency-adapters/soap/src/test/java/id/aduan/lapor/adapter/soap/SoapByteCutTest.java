package id.aduan.lapor.adapter.soap;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

class SoapByteCutTest extends ByteCutContract {
  @TempDir Path settings;

  @Override
  protected AgencyAdapter adapter(URI server, HttpTransport http) throws IOException {
    Settings sample = Settings.in(settings);
    return sample.adapterOf(sample.yaml(server + "/soap").replace("PT2S", "PT30S"), http);
  }

  @Override
  protected CutSystem system() {
    return new Office();
  }

  @Override
  protected void tell(String line) {
    System.out.println("soap " + line);
  }

  /** The office of kantor.wsdl, as far as it is cut. It reads whole requests alone. */
  private static final class Office implements CutSystem {

    @Override
    public Kind kindOf(HttpCall call) {
      String action = String.valueOf(call.headers().get("SOAPAction"));
      if (action.contains("/kirim")) {
        return Kind.CREATE;
      }
      return action.contains("/ubah") ? Kind.UPDATE : Kind.READ;
    }

    @Override
    public Work read(Request request, CutLedger ledger) throws IOException {
      String asked = request.body();
      if (!asked.strip().endsWith("Envelope>")) {
        throw new IOException("no envelope");
      }
      String content = text(asked, "uraian");
      if (asked.contains("UbahPengaduan")) {
        String number = text(asked, "nomorTiket");
        return new Work(
            Kind.UPDATE, answer("UbahPengaduan", ""), () -> ledger.set(number, content));
      }
      String reference = text(asked, "nomorReferensi");
      if (asked.contains("KirimPengaduan")) {
        String number = ledger.nextNumber(reference);
        return new Work(
            Kind.CREATE,
            answer("KirimPengaduan", "<nomorTiket>" + number + "</nomorTiket>"),
            () -> ledger.create(number, reference, content));
      }
      String found =
          ledger.ticketsOf(reference).stream()
              .map(
                  it ->
                      "<pengaduan><nomorTiket>%s</nomorTiket><nomorReferensi>%s</nomorReferensi></pengaduan>"
                          .formatted(it.number(), it.reference()))
              .collect(Collectors.joining("", "<daftar>", "</daftar>"));
      return new Work(Kind.READ, answer("CariPengaduan", found), () -> {});
    }

    private static Reply answer(String operation, String inner) {
      return OfficeFront.soap(
          200,
          "<%1$sJawaban xmlns=\"%2$s\"><kode>00</kode>%3$s</%1$sJawaban>"
              .formatted(operation, ComplaintOffice.NAMESPACE, inner));
    }

    private static String text(String xml, String element) {
      Matcher found =
          Pattern.compile("<(?:\\w+:)?" + element + "(?: [^>]*)?>([^<]*)<").matcher(xml);
      return found.find() ? found.group(1) : "";
    }
  }
}
