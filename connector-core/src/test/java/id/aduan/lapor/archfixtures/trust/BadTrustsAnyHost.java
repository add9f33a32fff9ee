package id.aduan.lapor.archfixtures.trust;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;

/** Planted: takes any certificate for any host. */
public final class BadTrustsAnyHost implements HostnameVerifier {
  @Override
  public boolean verify(String host, SSLSession session) {
    return true;
  }
}
