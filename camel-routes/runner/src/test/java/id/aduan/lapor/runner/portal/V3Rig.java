package id.aduan.lapor.runner.portal;

import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.v3.V3Calls;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.portal.v3.V3Portal;
import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.yaml.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** A v3 portal that speaks to the simulator by the profile that ships for it. */
final class V3Rig {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final PortalCredentials KEYS = PortalCredentials.INVENTED;

  private V3Rig() {}

  static V3Portal portal(SimulatorFarEnd farEnd) {
    V3Profile profile = (V3Profile) Profiles.shipped("simulator");
    return new V3Portal(
        new V3Settings(
            farEnd.v3(),
            V3Credentials.of(
                profile.headers(), Secret.of(KEYS.headerValue()), Secret.of(KEYS.token())),
            profile,
            "14627",
            "7001",
            new V3Calls(SOON, SOON, SOON, TlsIdentity.SYSTEM)),
        new JdkHttpTransport(),
        InstantSource.system(),
        new SplittableRandom(1));
  }

  static List<String> secrets() {
    return List.of(KEYS.headerValue(), KEYS.token());
  }
}
