package id.aduan.lapor.runner.command;

import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** A decision of the mapping for people. */
final class RoutingPage {
  private final Messages messages;
  private final PrintWriter out;

  RoutingPage(Messages messages, PrintWriter out) {
    this.messages = messages;
    this.out = out;
  }

  /** All of it: where to, why, and what was tried before. */
  void decision(Routing routing, Map<String, String> names) {
    line("mapping.to", to(routing.agencies(), names));
    line("mapping.because", because(routing), routing.where(), routing.version());
    details(routing);
    tried(routing.tried());
  }

  /** What a decision says beside where to. */
  void details(Routing routing) {
    routing.disagreement().ifPresent(other -> line("mapping.disagreement", other));
    if (routing.confirm()) {
      line("mapping.confirm");
    }
    if (!routing.flags().isEmpty()) {
      line("mapping.flags", String.join(", ", routing.flags()));
    }
    routing.priority().ifPresent(it -> line("mapping.priority", it));
  }

  /** The rules that did not apply, each with its reason. */
  void tried(List<Routing.Tried> tried) {
    if (tried.isEmpty()) {
      return;
    }
    line("mapping.tried");
    for (Routing.Tried each : tried) {
      String name = each.rule().isEmpty() ? "" : each.rule() + " ";
      out.println(
          OneLine.of(
              "  "
                  + messages.text(
                      "mapping.tried.one", name + "(" + each.where() + ")", each.because())));
    }
  }

  private String because(Routing routing) {
    String kind = messages.of("rule", routing.reason());
    return routing.rule().isEmpty() ? kind : kind + " '" + routing.rule() + "'";
  }

  private static String to(List<String> agencies, Map<String, String> names) {
    return String.join(
        "; ",
        agencies.stream()
            .map(it -> names.containsKey(it) ? it + ", " + names.get(it) : it)
            .toList());
  }

  private void line(String key, Object... values) {
    out.println(OneLine.of(messages.text(key, values)));
  }
}
