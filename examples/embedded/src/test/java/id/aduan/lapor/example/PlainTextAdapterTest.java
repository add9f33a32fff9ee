package id.aduan.lapor.example;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.wire.HttpAuth;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.testkit.AgencyAdapterContract;
import id.aduan.lapor.testkit.AgencyChangesContract;
import id.aduan.lapor.testkit.AgencyFindContract;
import id.aduan.lapor.testkit.AgencyUpdateContract;
import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.yaml.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

// snippet: contract
class PlainTextAdapterTest extends AgencyAdapterContract
    implements AgencyFindContract, AgencyUpdateContract, AgencyChangesContract {
  private static final String KEY = "ZZSEC-key";
  private static final PlainTextDesk DESK = new PlainTextDesk();
  private static final JdkHttpTransport HTTP = new JdkHttpTransport();
  private static final AgencyAdapter ADAPTER = make();

  private static AgencyAdapter make() {
    return new PlainTextAdapter(
        new HttpEndpoint(
            DESK.uri(),
            new HttpAuth.ApiKey("X-Key", Secret.of(KEY)),
            HttpEndpoint.BOUNDS.within(Duration.ofSeconds(1)),
            TlsIdentity.SYSTEM),
        HTTP,
        InstantSource.system());
  }

  @Override
  public AgencyAdapter adapter() {
    return ADAPTER;
  }

  @Override
  public AgencyAdapter another() {
    return make();
  }

  @Override
  public FarEnd farEnd() {
    return DESK;
  }

  @Override
  public TextLimits limits() {
    return TextLimits.NONE;
  }

  @Override
  public List<String> secrets() {
    return List.of(KEY);
  }

  @AfterAll
  static void close() {
    DESK.close();
  }
}
// end
