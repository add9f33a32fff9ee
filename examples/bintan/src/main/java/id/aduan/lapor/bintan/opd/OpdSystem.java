package id.aduan.lapor.bintan.opd;

import id.aduan.lapor.bintan.desk.AgencyEvent;
import id.aduan.lapor.bintan.desk.Desk;
import id.aduan.lapor.bintan.desk.Ledger;
import id.aduan.lapor.bintan.desk.StatusWord;
import id.aduan.lapor.bintan.desk.StatusWords;
import id.aduan.lapor.bintan.front.AgencyHost;
import id.aduan.lapor.bintan.front.AgencySettings;
import id.aduan.lapor.bintan.front.LocalTimes;
import id.aduan.lapor.bintan.front.Trouble;
import id.aduan.lapor.bintan.front.TroubleSwitch;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The ticket system shared by the regency's offices (unit kerja), each with its own API key. */
public final class OpdSystem implements AutoCloseable {
  static final StatusWords WORDS =
      new StatusWords(
          new StatusWord("BARU", "Baru"),
          new StatusWord("DITERIMA", "Diterima"),
          new StatusWord("DIKERJAKAN", "Dikerjakan"),
          new StatusWord("SELESAI", "Selesai"),
          new StatusWord("DITOLAK_BUKAN_WEWENANG", "Ditolak, bukan wewenang"));

  private static final int BODY_BYTES_MAX = 40 * 1024 * 1024;

  private final AgencyHost host;
  private final InstantSource clock;
  private final List<OpdPush> pushes = new CopyOnWriteArrayList<>();

  /** Takes the API key of each unit, by the unit's name. */
  public OpdSystem(AgencySettings settings, Map<String, String> keysByUnit) {
    clock = settings.clock();
    var keys = new UnitKeys(new TreeMap<>(keysByUnit));
    host = new AgencyHost("OPD", settings, WORDS, OpdSystem::number);
    host.front("/api/*", new OpdVoice(keys), BODY_BYTES_MAX, new KeyGate(keys))
        .servlet("/api/v2/tiket/*", new TicketServlet(host.register(), host.timeline()))
        .servlet("/api/v2/berkas/*", new FileServlet(host.register()))
        .servlet("/api/v2/perubahan", new ChangesServlet(host.register().ledger()))
        .officerPages("/petugas", "Sistem Tiket OPD Kabupaten Bintan", keys.units());
  }

  private static String number(String unit, long sequence, Instant filedAt) {
    return "TKT/%s/%d/%06d".formatted(unit, filedAt.atZone(LocalTimes.WIB).getYear(), sequence);
  }

  public void start() {
    host.start();
  }

  /** Without a slash at its end; add {@code /api/v2} for the API, {@code /petugas} for officers. */
  public URI baseUri() {
    return host.baseUri();
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

  /** Tells this address what the unit's officers write from now on, signed with this secret. */
  public void pushTo(String unit, URI target, String secret) {
    var push = new OpdPush(ledger(), unit, target, secret, clock);
    pushes.add(push);
    listen(push);
  }

  /** How many messages were taken wherever they were pushed to. */
  int pushesTaken() {
    return pushes.stream().mapToInt(OpdPush::taken).sum();
  }

  /** Every call to the API fails in this way from now on; {@link Trouble#NONE} ends it. */
  public void trouble(Trouble kind) {
    host.troubles().set(kind);
  }

  /** Trouble of one unit, or of the next calls only. */
  public TroubleSwitch troubles() {
    return host.troubles();
  }

  @Override
  public void close() {
    pushes.forEach(OpdPush::close);
    host.close();
  }
}
