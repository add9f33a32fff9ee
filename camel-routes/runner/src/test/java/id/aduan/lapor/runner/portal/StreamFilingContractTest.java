package id.aduan.lapor.runner.portal;

import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.portal.profile.StreamProfile;
import id.aduan.lapor.portal.stream.StreamPortal;
import id.aduan.lapor.portal.stream.StreamSettings;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.testkit.portal.PortalFarEnd;
import id.aduan.lapor.testkit.portal.PortalFilingContract;
import id.aduan.lapor.yaml.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class StreamFilingContractTest extends PortalFilingContract {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String TOKEN = PortalCredentials.INVENTED.token();
  private static final SimulatorFarEnd FAR_END = new SimulatorFarEnd();
  private final PortalFiler filer =
      new StreamPortal(
          new StreamSettings(
              FAR_END.older(),
              (StreamProfile) Profiles.shipped("stream"),
              Secret.of(TOKEN),
              new HttpBounds(SOON, SOON, HttpBounds.REPLY_BYTES_MAX),
              TlsIdentity.SYSTEM),
          new JdkHttpTransport(),
          InstantSource.system());

  @AfterAll
  static void close() {
    FAR_END.close();
  }

  @Override
  protected PortalFarEnd farEnd() {
    return FAR_END;
  }

  @Override
  protected PortalFiler filer() {
    return filer;
  }

  @Override
  protected List<String> secrets() {
    return List.of(TOKEN);
  }
}
