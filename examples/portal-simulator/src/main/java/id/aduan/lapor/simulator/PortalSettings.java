package id.aduan.lapor.simulator;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set; start from {@link #defaults} and change what matters.
 *
 * @param host the address to listen on; loopback by default
 * @param port 0 takes a free one
 * @param wire what the portal's interface can do, and in which shape
 * @param pageInstitutionId where complaints from the citizen page are assigned at once; null: they
 *     stay unverified
 * @param zone of the times that the portal writes without a zone
 * @param chance makes the unguessable paths of the files
 * @param seed decides on faults and on what the portal's admins do
 * @param control who may order faults over HTTP
 * @param ledgerFile receives the ledger as JSON lines, appended; null: kept in memory only
 */
public record PortalSettings(
    String host,
    int port,
    PortalCredentials credentials,
    PageSizes pageSizes,
    PushSettings push,
    WireSettings wire,
    List<Institution> institutions,
    @Nullable Integer pageInstitutionId,
    ZoneId zone,
    InstantSource clock,
    RandomGenerator chance,
    long seed,
    Control control,
    @Nullable Path ledgerFile) {
  /** The path under which the v3 interface lives. */
  public static final String BASE_PATH = "/lapor/3.0.0";

  /** Who may order faults over HTTP. */
  public enum Control {
    OFF,
    /** Callers on this machine. */
    LOOPBACK,
    ANYBODY
  }

  public PortalSettings {
    institutions = List.copyOf(institutions);
  }

  /**
   * A free port on loopback, invented credentials, no push, no control over HTTP, Asia/Jakarta, the
   * system clock.
   */
  public static PortalSettings defaults() {
    return new PortalSettings(
        "127.0.0.1",
        0,
        PortalCredentials.INVENTED,
        PageSizes.DEFAULT,
        PushSettings.NONE,
        WireSettings.DEFAULT,
        List.of(
            new Institution(12938, "Pemerintah Kabupaten Bandung"),
            new Institution(14627, "Dinas Perhubungan Kab. Bandung"),
            new Institution(151345, "Lapor Mas Wapres")),
        null,
        ZoneId.of("Asia/Jakarta"),
        InstantSource.system(),
        new SecureRandom(),
        1,
        Control.OFF,
        null);
  }

  public PortalSettings withAddress(String newHost, int newPort) {
    return changed(
        draft -> {
          draft.host = newHost;
          draft.port = newPort;
        });
  }

  public PortalSettings withCredentials(PortalCredentials newCredentials) {
    return changed(draft -> draft.credentials = newCredentials);
  }

  public PortalSettings withPageSizes(PageSizes sizes) {
    return changed(draft -> draft.pageSizes = sizes);
  }

  public PortalSettings withPush(PushSettings newPush) {
    return changed(draft -> draft.push = newPush);
  }

  public PortalSettings withWire(WireSettings newWire) {
    return changed(draft -> draft.wire = newWire);
  }

  /** The master list, and which of them gets the complaints of the citizen page, if any. */
  public PortalSettings withInstitutions(List<Institution> all, @Nullable Integer forThePage) {
    return changed(
        draft -> {
          draft.institutions = all;
          draft.pageInstitutionId = forThePage;
        });
  }

  public PortalSettings withTime(ZoneId newZone, InstantSource newClock) {
    return changed(
        draft -> {
          draft.zone = newZone;
          draft.clock = newClock;
        });
  }

  public PortalSettings withChance(RandomGenerator newChance) {
    return changed(draft -> draft.chance = newChance);
  }

  public PortalSettings withSeed(long newSeed) {
    return changed(draft -> draft.seed = newSeed);
  }

  public PortalSettings withControl(Control newControl) {
    return changed(draft -> draft.control = newControl);
  }

  public PortalSettings withLedgerFile(Path file) {
    return changed(draft -> draft.ledgerFile = file);
  }

  private PortalSettings changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** The same fields, not yet final. */
  private static final class Draft {
    private String host;
    private int port;
    private PortalCredentials credentials;
    private PageSizes pageSizes;
    private PushSettings push;
    private WireSettings wire;
    private List<Institution> institutions;
    private @Nullable Integer pageInstitutionId;
    private ZoneId zone;
    private InstantSource clock;
    private RandomGenerator chance;
    private long seed;
    private Control control;
    private @Nullable Path ledgerFile;

    Draft(PortalSettings from) {
      host = from.host;
      port = from.port;
      credentials = from.credentials;
      pageSizes = from.pageSizes;
      push = from.push;
      wire = from.wire;
      institutions = from.institutions;
      pageInstitutionId = from.pageInstitutionId;
      zone = from.zone;
      clock = from.clock;
      chance = from.chance;
      seed = from.seed;
      control = from.control;
      ledgerFile = from.ledgerFile;
    }

    PortalSettings settings() {
      return new PortalSettings(
          host,
          port,
          credentials,
          pageSizes,
          push,
          wire,
          institutions,
          pageInstitutionId,
          zone,
          clock,
          chance,
          seed,
          control,
          ledgerFile);
    }
  }
}
