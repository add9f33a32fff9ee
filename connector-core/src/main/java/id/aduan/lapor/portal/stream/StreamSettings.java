package id.aduan.lapor.portal.stream;

import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.portal.profile.StreamProfile;
import id.aduan.lapor.yaml.Secret;
import java.net.URI;

/**
 * How the older interfaces are reached.
 *
 * @param baseUri where the paths begin
 * @param token stands in each report, and is the key of the topics
 * @param bounds how long and how much one call may take
 */
public record StreamSettings(
    URI baseUri, StreamProfile profile, Secret token, HttpBounds bounds, TlsIdentity tls) {

  URI uri(String path) {
    String base = baseUri.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
