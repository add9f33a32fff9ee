package id.aduan.lapor.runner.config;

import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.TokenVerifier;
import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The key {@code webhook} of the portal or an agency: how a callback of theirs is proven. By
 * secrets, or by a token, and by exactly one of them: a listener that proves nothing is refused
 * (S2).
 */
final class WebhookSection {
  private static final String HINT =
      "secrets: [\"${env:NAME}\"], or no 'webhook' at all to live by polling";
  private static final String STAND_IN = "x".repeat(16);
  private final YamlMap webhook;

  private WebhookSection(YamlMap webhook) {
    this.webhook = webhook;
  }

  /** What was written; the problems of it are noted. */
  static WebhookConfig read(YamlMap side) {
    return side.optionalMap("webhook")
        .map(webhook -> new WebhookSection(webhook).config())
        .orElse(WebhookConfig.NONE);
  }

  private WebhookConfig config() {
    webhook.rejectUnknownKeys("secrets", "token");
    if (webhook.has("secrets") && webhook.has("token")) {
      webhook.problem("the webhook has both 'secrets' and 'token'", "keep one of them");
    }
    List<SigningSecret> secrets = secrets(webhook);
    if (!webhook.has("token") && webhook.scalars("secrets").isEmpty()) {
      webhook.problem("the webhook has no secret, so nothing could be verified", HINT);
    }
    return new WebhookConfig(secrets, webhook.optionalMap("token").flatMap(WebhookSection::token));
  }

  /** The key {@code secrets}: one or several, newest first. */
  static List<SigningSecret> secrets(YamlMap side) {
    return side.scalars("secrets").stream()
        .flatMap(
            written ->
                parsed(written, SigningSecret::parse, "make one with: openssl rand -base64 32")
                    .stream())
        .toList();
  }

  private static Optional<TokenVerifier> token(YamlMap token) {
    token.rejectUnknownKeys("header", "value");
    String header = token.requiredString("header");
    List<YamlScalar> written = token.scalars("value");
    if (written.isEmpty()) {
      token.problem(
          "the token has no value, so nothing could be verified", "value: \"${env:NAME}\"");
    }
    List<String> values =
        written.stream()
            .flatMap(value -> parsed(value, WebhookSection::checked, "").stream())
            .toList();
    try {
      TokenVerifier verifier =
          TokenVerifier.of(header, values.isEmpty() ? List.of(STAND_IN) : values);
      return values.isEmpty() ? Optional.empty() : Optional.of(verifier);
    } catch (IllegalArgumentException e) {
      token.scalar("header").ifPresent(it -> it.problem(it.excerpt() + ": " + e.getMessage(), ""));
      return Optional.empty();
    }
  }

  private static String checked(String value) {
    var unused = TokenVerifier.of("X", List.of(value));
    return value;
  }

  private static <T> Optional<T> parsed(
      YamlScalar written, Function<String, T> parser, String hint) {
    return written
        .asSecret()
        .map(Secret::reveal)
        .flatMap(
            secret -> {
              try {
                return Optional.of(parser.apply(secret));
              } catch (IllegalArgumentException e) {
                written.problem("%s: %s".formatted(written.text(), e.getMessage()), hint);
                return Optional.empty();
              }
            });
  }
}
