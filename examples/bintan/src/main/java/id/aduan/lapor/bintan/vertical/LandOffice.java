package id.aduan.lapor.bintan.vertical;

import id.aduan.lapor.bintan.desk.AgencyEvent;
import id.aduan.lapor.bintan.desk.Desk;
import id.aduan.lapor.bintan.desk.Ledger;
import id.aduan.lapor.bintan.desk.StatusWord;
import id.aduan.lapor.bintan.desk.StatusWords;
import id.aduan.lapor.bintan.front.AgencyHost;
import id.aduan.lapor.bintan.front.AgencySettings;
import id.aduan.lapor.bintan.front.Trouble;
import id.aduan.lapor.bintan.front.TroubleSwitch;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Kantor Pertanahan Kabupaten Bintan (the land office) and its SOAP service. */
public final class LandOffice implements AutoCloseable {
  static final String UNIT = "KANTAH";
  static final StatusWords WORDS =
      new StatusWords(
          new StatusWord("10", "Terdaftar"),
          new StatusWord("20", "Diteliti"),
          new StatusWord("30", "Dijawab"),
          new StatusWord("40", "Selesai"),
          new StatusWord("90", "Dikembalikan"));

  private static final int BODY_BYTES_MAX = 12 * 1024 * 1024;

  private final AgencyHost host;
  private final SoapEndpoint endpoint;

  /** Takes the credentials that callers of the service must show. */
  public LandOffice(AgencySettings settings, Credentials credentials) {
    host = new AgencyHost(UNIT, settings, WORDS, LandOffice::number);
    endpoint = new SoapEndpoint("/pengaduan", new DossierDesk(host.register(), host.timeline()));
    host.front("/soap/*", new LandOfficeVoice(), BODY_BYTES_MAX, new BasicGate(credentials))
        .servlet("/soap/*", endpoint.servlet())
        .officerPages("/loket", "Loket Kantor Pertanahan Kabupaten Bintan", List.of(UNIT));
  }

  private static String number(String unit, long sequence, Instant filedAt) {
    return "BKS-2101-%06d".formatted(sequence);
  }

  public void start() {
    host.start();
  }

  /** Without a slash at its end; add {@code /loket} for officers. */
  public URI baseUri() {
    return host.baseUri();
  }

  /** Where the service listens; add {@code ?wsdl} for its description. */
  public URI serviceUri() {
    return URI.create(host.baseUri() + "/soap/pengaduan");
  }

  public Ledger ledger() {
    return host.register().ledger();
  }

  public Desk desk() {
    return host.register();
  }

  public void listen(Consumer<AgencyEvent> listener) {
    host.timeline().listen(listener);
  }

  /** Every call to the service fails in this way from now on; {@link Trouble#NONE} ends it. */
  public void trouble(Trouble kind) {
    host.troubles().set(kind);
  }

  /** Trouble of the next calls only. */
  public TroubleSwitch troubles() {
    return host.troubles();
  }

  @Override
  public void close() {
    host.close();
    endpoint.close();
  }
}
