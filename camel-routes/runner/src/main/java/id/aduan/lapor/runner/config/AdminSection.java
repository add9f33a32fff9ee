package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key {@code http.admin}: the listener for administration, on unless told where else. */
final class AdminSection {
  static final String KEY = "admin";
  static final String FILE = "file";
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{32,256}");

  private AdminSection() {}

  static AdminConfig read(YamlMap file, List<Problem> notices) {
    return file.optionalMap("http")
        .flatMap(http -> http.optionalMap(KEY))
        .map(admin -> of(admin, notices))
        .orElse(AdminConfig.DEFAULT);
  }

  private static AdminConfig of(YamlMap admin, List<Problem> notices) {
    admin.rejectUnknownKeys("host", "port", "token", FILE);
    AdminConfig usual = AdminConfig.DEFAULT;
    AdminConfig read =
        new AdminConfig(
            admin.optionalString("host").orElse(usual.host()),
            admin.optionalInt("port", 0, 65535).orElse(usual.port()),
            token(admin));
    if (!read.onLoopback()) {
      watchOpen(admin, notices);
    }
    return read;
  }

  private static Optional<Secret> token(YamlMap admin) {
    Optional<Secret> token = admin.optionalSecret("token");
    token
        .filter(secret -> !TOKEN.matcher(secret.reveal()).matches())
        .flatMap(secret -> admin.scalar("token"))
        .ifPresent(
            written ->
                written.problem(
                    "what 'token' leads to by %s is no token".formatted(written.text()),
                    "32 to 256 visible ASCII characters, such as: openssl rand -hex 32"));
    return token;
  }

  /** Others can reach it: they have to prove who they are, and the way is not sealed. */
  private static void watchOpen(YamlMap admin, List<Problem> notices) {
    if (!admin.has("token")) {
      admin.problem(
          "administration that others can reach needs a token",
          "token: ${file:...}, or host: 127.0.0.1");
    }
    admin
        .scalar("host")
        .ifPresent(
            host ->
                notices.add(
                    host.note(
                        "the way to the administration is not sealed by TLS",
                        "only for a trusted network")));
  }
}
