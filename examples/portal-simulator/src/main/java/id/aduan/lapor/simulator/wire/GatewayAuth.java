package id.aduan.lapor.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.http.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gateway before the portal: both headers, or a fault in the gateway's own XML (portal-wire
 * 2.11).
 */
final class GatewayAuth {
  private static final String FAULT =
      """
      <ams:fault xmlns:ams="http://wso2.org/apimanager/security"><ams:code>%s</ams:code>\
      <ams:message>%s</ams:message><ams:description>%s</ams:description></ams:fault>""";

  private final PortalCredentials credentials;

  GatewayAuth(PortalCredentials credentials) {
    this.credentials = credentials;
  }

  /** The fault, or empty when the call may pass. */
  Optional<Answer> fault(HttpServletRequest request) {
    String first = request.getHeader(credentials.headerName());
    String token = request.getHeader("token");
    if (first == null || token == null) {
      return Optional.of(
          unauthorized(
              "900902",
              "Missing Credentials",
              "Make sure your API invocation call has"
                  + " a header: '"
                  + credentials.headerName()
                  + " : Bearer ACCESS_TOKEN'"));
    }
    if (same(first, credentials.headerValue()) && same(token, credentials.token())) {
      return Optional.empty();
    }
    return Optional.of(
        unauthorized(
            "900901",
            "Invalid Credentials",
            "Access failure for API: "
                + "/lapor/3.0.0, version: 3.0.0 status: (900901) - Invalid Credentials"));
  }

  private static Answer unauthorized(String code, String message, String description) {
    return Answer.of(
            401, "application/xml; charset=UTF-8", FAULT.formatted(code, message, description))
        .withHeader("WWW-Authenticate", "Bearer realm=\"WSO2 API Manager\"");
  }

  private static boolean same(@Nullable String given, String wanted) {
    return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), wanted.getBytes(UTF_8));
  }
}
