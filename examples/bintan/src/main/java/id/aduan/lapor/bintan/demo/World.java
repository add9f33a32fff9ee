package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.bintan.front.AgencySettings;
import id.aduan.lapor.bintan.officers.OfficerHabits;
import id.aduan.lapor.bintan.officers.Officers;
import id.aduan.lapor.bintan.opd.OpdSystem;
import id.aduan.lapor.bintan.vertical.Credentials;
import id.aduan.lapor.bintan.vertical.LandOffice;
import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.PushSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The portal, the two agency systems and their officers: everything that is not the connector. */
public final class World implements AutoCloseable {
  /** The regency itself, as the simulated portal numbers it. */
  public static final Institution REGENCY = new Institution(15201, "Pemerintah Kabupaten Bintan");

  private static final List<Institution> INSTITUTIONS =
      List.of(
          REGENCY,
          new Institution(15210, "Dinas Perhubungan Kab. Bintan"),
          new Institution(15211, "Dinas Pekerjaan Umum dan Penataan Ruang Kab. Bintan"),
          new Institution(15290, "Kantor Pertanahan Kabupaten Bintan"));

  private final PortalSimulator portal;
  private final OpdSystem opd;
  private final LandOffice landOffice;
  private final Officers officers;
  private final ScheduledExecutorService hands;

  private World(
      PortalSimulator portal,
      OpdSystem opd,
      LandOffice landOffice,
      Officers officers,
      ScheduledExecutorService hands) {
    this.portal = portal;
    this.opd = opd;
    this.landOffice = landOffice;
    this.officers = officers;
    this.hands = hands;
  }

  /** Opens all three; the officers do not work yet. */
  static World open(DemoFolder folder, Ports ports, Secrets secrets, DemoOptions options) {
    URI connector = URI.create("http://127.0.0.1:" + ports.connector() + "/webhooks/");
    PortalSimulator portal =
        PortalSimulator.start(
            PortalSettings.defaults()
                .withAddress("127.0.0.1", ports.portal())
                .withCredentials(secrets.portal())
                .withInstitutions(INSTITUTIONS, null)
                .withPush(
                    PushSettings.to(connector.resolve("portal"), secrets.webhook())
                        .withOn(options.push())
                        .withThin(options.thin()))
                .withLedgerFile(folder.ledger("portal")));
    OpdSystem opd =
        new OpdSystem(
            AgencySettings.local()
                .at("127.0.0.1", ports.opd())
                .withLedgerFile(folder.ledger("opd")),
            Map.of(
                "DISHUB", secrets.dishubKey(),
                "PUPR", secrets.puprKey(),
                "DISKOMINFO", secrets.diskominfoKey()));
    opd.pushTo("DISHUB", connector.resolve("agencies/dishub"), secrets.dishubWebhook());
    LandOffice landOffice =
        new LandOffice(
            AgencySettings.local()
                .at("127.0.0.1", ports.landOffice())
                .withLedgerFile(folder.ledger("kantah")),
            new Credentials("lapor", secrets.landOfficePassword()));
    opd.start();
    landOffice.start();
    ScheduledExecutorService hands = Executors.newScheduledThreadPool(2);
    Officers officers =
        new Officers(
            List.of(opd.desk(), landOffice.desk()),
            OfficerHabits.usual(Duration.ofMillis(1500)),
            options.seed(),
            hands);
    return new World(portal, opd, landOffice, officers, hands);
  }

  PortalSimulator portal() {
    return portal;
  }

  OpdSystem opd() {
    return opd;
  }

  LandOffice landOffice() {
    return landOffice;
  }

  Officers officers() {
    return officers;
  }

  @Override
  public void close() {
    officers.close();
    hands.shutdownNow();
    landOffice.close();
    opd.close();
    portal.close();
  }
}
