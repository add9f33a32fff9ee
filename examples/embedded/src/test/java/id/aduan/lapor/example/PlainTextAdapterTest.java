package id.aduan.lapor.example;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.wire.HttpAuth;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.testkit.AgencyAdapterContract;
import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.yaml.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

// snippet: contract
class PlainTextAdapterTest extends AgencyAdapterContract {
  private static final String KEY = "ZZSEC-key";
  private static final PlainTextDesk DESK = new PlainTextDesk();
  private static final AgencyAdapter ADAPTER =
      new PlainTextAdapter(
          new HttpEndpoint(
              DESK.uri(),
              new HttpAuth.ApiKey("X-Key", Secret.of(KEY)),
              HttpEndpoint.BOUNDS.within(Duration.ofSeconds(1)),
              TlsIdentity.SYSTEM),
          new JdkHttpTransport(),
          InstantSource.system());

  @Override
  protected AgencyAdapter adapter() {
    return ADAPTER;
  }

  @Override
  protected FarEnd farEnd() {
    return DESK;
  }

  @Override
  protected TextLimits limits() {
    return TextLimits.NONE;
  }

  @Override
  protected List<String> secrets() {
    return List.of(KEY);
  }

  @AfterAll
  static void close() {
    DESK.close();
  }
}
// end
