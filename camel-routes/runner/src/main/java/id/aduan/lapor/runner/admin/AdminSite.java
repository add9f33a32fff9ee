package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.Acts;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.config.AdminConfig;
import id.aduan.lapor.runner.http.RequestIds;
import id.aduan.lapor.runner.http.Site;
import id.aduan.lapor.yaml.Secret;
import jakarta.servlet.http.HttpServlet;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that is served to those who look after a connector. */
public final class AdminSite {
  private static final String SETTING = "http.admin";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final int WORK_AT_ONCE_MAX = 6;
  // Told at once from memory, and nobody is to be restarted because many ask.
  private static final int PROBES_AT_ONCE_MAX = 100;

  private AdminSite() {}

  /**
   * Puts it together. The API always wants a token; health does where others than this machine's
   * programs can reach it.
   *
   * @param own the token of this process, for the commands beside it
   * @param metrics all of them, in the text form of Prometheus
   */
  public static Site of(
      AdminConfig config,
      Secret own,
      Answers answers,
      Acts acts,
      Health health,
      Supplier<String> metrics) {
    RequestIds ids = new RequestIds(new SecureRandom());
    Tokens tokens = new Tokens(Stream.concat(Stream.of(own), config.token().stream()).toList());
    Optional<Tokens> outside = config.onLoopback() ? Optional.empty() : Optional.of(tokens);
    Map<String, HttpServlet> servlets = new LinkedHashMap<>();
    servlets.put(
        AdminApi.PATH + "/*",
        new AdminServlet(
            AdminApi.endpoints(answers, acts), Optional.of(tokens), WORK_AT_ONCE_MAX, ids));
    servlets.put(
        ImportServlet.PATH + "/*",
        new ImportServlet(acts.imports(), Uploads.in(acts.uploads()), tokens, ids));
    servlets.put("/health/*", new AdminServlet(health(health), outside, PROBES_AT_ONCE_MAX, ids));
    servlets.put("/metrics/*", new AdminServlet(metrics(metrics), outside, WORK_AT_ONCE_MAX, ids));
    return new Site(SETTING, config.host(), config.port(), servlets);
  }

  /** A token that nobody knows yet. */
  public static Secret newToken(SecureRandom chance) {
    return Tokens.random(chance);
  }

  private static List<Endpoint> metrics(Supplier<String> metrics) {
    return List.of(Endpoint.get("", ask -> new AdminReply(200, PROMETHEUS, metrics.get())));
  }

  private static List<Endpoint> health(Health health) {
    return List.of(
        Endpoint.get("live", ask -> health.live()),
        Endpoint.get(
            "ready",
            ask -> {
              Health.Ready ready = health.ready();
              return AdminReply.json(ready.ready() ? 200 : 503, ready);
            }));
  }
}
