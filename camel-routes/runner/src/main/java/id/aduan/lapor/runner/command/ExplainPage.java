package id.aduan.lapor.runner.command;

import id.aduan.lapor.deadline.Draft;
import id.aduan.lapor.runner.answer.CaseExplanation;
import id.aduan.lapor.runner.answer.RoutingStory;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** {@code lapor explain} for people. */
final class ExplainPage {
  private final Messages messages;
  private final PrintWriter out;

  ExplainPage(Messages messages, PrintWriter out) {
    this.messages = messages;
    this.out = out;
  }

  void print(CaseExplanation explanation) {
    out.println(messages.text("explain.head", explanation.trackingId()));
    out.println(
        explanation
            .assigned()
            .map(
                it ->
                    messages.text(
                        "explain.route",
                        it.agency()
                            + (it.agencyName().isEmpty() ? "" : ", " + OneLine.of(it.agencyName())),
                        messages.text("rule." + it.rule()),
                        it.where(),
                        it.mappingVersion()))
            .orElseGet(() -> messages.text("explain.nowhere")));
    explanation.routing().ifPresent(this::routing);
    for (CaseExplanation.Explained clock : explanation.clocks()) {
      out.println();
      clock.lines().forEach(out::println);
    }
    if (!explanation.drafts().isEmpty()) {
      out.println();
      out.println(
          messages.text("explain.drafts", explanation.drafts().size(), explanation.trackingId()));
    }
  }

  private void routing(RoutingStory story) {
    RoutingPage page = new RoutingPage(messages, out);
    story
        .disposed()
        .ifPresent(
            it -> out.println(OneLine.of(messages.text("explain.disposed", it.id(), it.name()))));
    if (story.proposed()) {
      story.decision().ifPresent(it -> page.decision(it, Map.of()));
      return;
    }
    if (story.decision().isEmpty()) {
      out.println(OneLine.of(messages.text("explain.unknown_mapping", story.version())));
    }
    story.decision().ifPresent(page::details);
    story.decision().ifPresent(it -> page.tried(it.tried()));
    if (story.otherwise()) {
      out.println(
          OneLine.of(
              messages.text(
                  "explain.otherwise",
                  String.join("+", story.decision().orElseThrow().agencies()))));
    }
  }

  void drafts(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      out.println(messages.text("explain.nodrafts"));
    }
    for (Draft draft : drafts) {
      out.println(Visible.of(draft.text()));
    }
  }
}
