package id.aduan.lapor.simulator.page;

import java.util.List;

/** What is wrong with one field, in words for the citizen. */
record Problem(String field, String text) {
  /** A list with links to the fields, announced by screen readers. */
  static Html list(List<Problem> problems) {
    if (problems.isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        """
        <div class="salah" role="alert"><h2>Belum terkirim. Mohon periksa:</h2><ul>{}</ul></div>""",
        Html.join(
            problems.stream()
                .map(each -> Html.of("<li><a href=\"#{}\">{}</a></li>", each.field, each.text))));
  }
}
