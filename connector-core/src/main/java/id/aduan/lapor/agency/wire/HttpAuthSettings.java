package id.aduan.lapor.agency.wire;

import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The keys below {@code auth}. */
final class HttpAuthSettings {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]*");
  private static final Set<String> TAKEN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    TAKEN.addAll(Set.of("Connection", "Content-Length", "Content-Type", "Date", "Expect", "Host"));
    TAKEN.addAll(Set.of("Idempotency-Key", "SOAPAction", "Transfer-Encoding", "Upgrade"));
  }

  private HttpAuthSettings() {}

  static HttpAuth read(YamlMap auth) {
    auth.rejectUnknownKeys("basic", "apiKey");
    if (auth.has("basic") == auth.has("apiKey")) {
      auth.problem("'auth' needs one of 'basic' and 'apiKey'", "");
      return new HttpAuth.None();
    }
    return auth.has("basic")
        ? basic(auth.requiredMap("basic"))
        : apiKey(auth.requiredMap("apiKey"));
  }

  private static HttpAuth basic(YamlMap basic) {
    basic.rejectUnknownKeys("user", "password");
    String user = basic.requiredString("user");
    if (user.contains(":")) {
      basic.scalar("user").ifPresent(it -> it.problem("a user has no ':' in HTTP Basic", ""));
    }
    return new HttpAuth.Basic(user, basic.requiredSecret("password"));
  }

  private static HttpAuth apiKey(YamlMap apiKey) {
    apiKey.rejectUnknownKeys("header", "value");
    String header = apiKey.requiredString("header");
    if (!header.isEmpty() && (!TOKEN.matcher(header).matches() || TAKEN.contains(header))) {
      apiKey
          .scalar("header")
          .ifPresent(it -> it.problem("'header' must be a header of the system's own", ""));
    }
    Secret value = apiKey.requiredSecret("value");
    if (!VISIBLE.matcher(value.reveal()).matches()) {
      apiKey
          .scalar("value")
          .ifPresent(it -> it.problem("the secret holds what no HTTP header can carry", ""));
    }
    return new HttpAuth.ApiKey(header, value);
  }
}
