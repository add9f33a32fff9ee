package id.aduan.lapor.http;

import id.aduan.lapor.http.HttpFailure.Kind;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a call must look like to be put on the wire unchanged. Every transport asks first, so that
 * none sends a header that it has quietly altered, and none tells its value.
 */
public final class HttpSyntax {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  /** These say where a message goes and where it ends, which the transport alone knows. */
  private static final Set<String> OF_THE_TRANSPORT =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private HttpSyntax() {}

  /**
   * Refuses a call that HTTP cannot carry as it is.
   *
   * @throws HttpFailure that nothing was sent; it names the header, never its value
   */
  public static void check(HttpCall call) throws HttpFailure {
    if (!TOKEN.matcher(call.method()).matches() || call.method().equals("CONNECT")) {
      throw refused(call, "the method is not legal in HTTP");
    }
    if (!isHttp(call.uri())) {
      throw refused(call, "the address is not an http or https one with a host");
    }
    for (var header : call.headers().entrySet()) {
      check(call, header.getKey(), header.getValue());
    }
    if (call.body().isPresent()) {
      check(call, "Content-Type", call.body().get().contentType());
    }
  }

  private static boolean isHttp(URI uri) {
    boolean known =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    return known && uri.getHost() != null && uri.getRawUserInfo() == null;
  }

  private static void check(HttpCall call, String name, String value) throws HttpFailure {
    if (!TOKEN.matcher(name).matches()) {
      throw refused(call, "a header's name is not legal in HTTP");
    }
    if (OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
      throw refused(call, "the header " + name + " is set by the transport alone");
    }
    if (!VALUE.matcher(value).matches()) {
      throw refused(call, "the value of the header " + name + " is not legal in HTTP");
    }
  }

  private static HttpFailure refused(HttpCall call, String why) {
    return new HttpFailure(Kind.NOT_SENT, call.summary() + ": " + why);
  }
}
