package id.aduan.lapor.simulator;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set; start from {@link #defaults} and change what matters.
 *
 * @param host the address to listen on; loopback by default
 * @param port 0 takes a free one
 * @param pageInstitutionId where complaints from the citizen page are assigned at once; null: they
 *     stay unverified
 * @param zone of the times that the portal writes without a zone
 * @param chance makes the unguessable paths of the files
 * @param ledgerFile receives the ledger as JSON lines, appended; null: kept in memory only
 */
public record PortalSettings(
    String host,
    int port,
    PortalCredentials credentials,
    PageSizes pageSizes,
    PushSettings push,
    List<Institution> institutions,
    @Nullable Integer pageInstitutionId,
    ZoneId zone,
    InstantSource clock,
    RandomGenerator chance,
    @Nullable Path ledgerFile) {
  /** The path under which the v3 interface lives. */
  public static final String BASE_PATH = "/lapor/3.0.0";

  public PortalSettings {
    institutions = List.copyOf(institutions);
  }

  /** A free port on loopback, invented credentials, no push, Asia/Jakarta, the system clock. */
  public static PortalSettings defaults() {
    return new PortalSettings(
        "127.0.0.1",
        0,
        PortalCredentials.INVENTED,
        PageSizes.DEFAULT,
        PushSettings.NONE,
        List.of(
            new Institution(12938, "Pemerintah Kabupaten Bandung"),
            new Institution(14627, "Dinas Perhubungan Kab. Bandung"),
            new Institution(151345, "Lapor Mas Wapres")),
        null,
        ZoneId.of("Asia/Jakarta"),
        InstantSource.system(),
        new SecureRandom(),
        null);
  }

  public PortalSettings withAddress(String newHost, int newPort) {
    return new PortalSettings(
        newHost,
        newPort,
        credentials,
        pageSizes,
        push,
        institutions,
        pageInstitutionId,
        zone,
        clock,
        chance,
        ledgerFile);
  }

  public PortalSettings withCredentials(PortalCredentials newCredentials) {
    return new PortalSettings(
        host,
        port,
        newCredentials,
        pageSizes,
        push,
        institutions,
        pageInstitutionId,
        zone,
        clock,
        chance,
        ledgerFile);
  }

  public PortalSettings withPageSizes(PageSizes sizes) {
    return new PortalSettings(
        host,
        port,
        credentials,
        sizes,
        push,
        institutions,
        pageInstitutionId,
        zone,
        clock,
        chance,
        ledgerFile);
  }

  public PortalSettings withPush(PushSettings newPush) {
    return new PortalSettings(
        host,
        port,
        credentials,
        pageSizes,
        newPush,
        institutions,
        pageInstitutionId,
        zone,
        clock,
        chance,
        ledgerFile);
  }

  /** The master list, and which of them gets the complaints of the citizen page, if any. */
  public PortalSettings withInstitutions(List<Institution> all, @Nullable Integer forThePage) {
    return new PortalSettings(
        host, port, credentials, pageSizes, push, all, forThePage, zone, clock, chance, ledgerFile);
  }

  public PortalSettings withTime(ZoneId newZone, InstantSource newClock) {
    return new PortalSettings(
        host,
        port,
        credentials,
        pageSizes,
        push,
        institutions,
        pageInstitutionId,
        newZone,
        newClock,
        chance,
        ledgerFile);
  }

  public PortalSettings withChance(RandomGenerator newChance) {
    return new PortalSettings(
        host,
        port,
        credentials,
        pageSizes,
        push,
        institutions,
        pageInstitutionId,
        zone,
        clock,
        newChance,
        ledgerFile);
  }

  public PortalSettings withLedgerFile(Path file) {
    return new PortalSettings(
        host,
        port,
        credentials,
        pageSizes,
        push,
        institutions,
        pageInstitutionId,
        zone,
        clock,
        chance,
        file);
  }
}
