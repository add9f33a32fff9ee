package id.aduan.lapor.archfixtures.trust;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Planted: believes every certificate. */
public final class BadTrustsAnybody implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
