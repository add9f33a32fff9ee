package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.http.Multipart;

/** Form fields with their labels, filled with what was sent before. */
record Fields(Multipart sent) {
  Html line(String name, String label, int charsMax, String attributes) {
    return Html.of(
        """
        <p><label for="{}">{}</label>
        <input id="{}" name="{}" maxlength="{}" value="{}" {}></p>""",
        name,
        label,
        name,
        name,
        charsMax,
        sent.field(name),
        new Html(attributes));
  }

  Html text(String name, String label, int charsMax, int rows) {
    return Html.of(
        """
        <p><label for="{}">{}</label>
        <textarea id="{}" name="{}" maxlength="{}" rows="{}" required>
        {}</textarea></p>""",
        name,
        label,
        name,
        name,
        charsMax,
        rows,
        sent.field(name));
  }

  Html check(String name, String label) {
    Html checked = sent.fields().containsKey(name) ? new Html("checked") : Html.NONE;
    return Html.of(
        "<p><label class=\"pilih\"><input type=\"checkbox\" name=\"{}\" value=\"1\" {}> {}</label></p>",
        name,
        checked,
        label);
  }

  Html option(String name, String value, String label) {
    Html selected = sent.field(name).equals(value) ? new Html("selected") : Html.NONE;
    return Html.of("<option value=\"{}\" {}>{}</option>", value, selected, label);
  }

  static Html files() {
    return Html.of(
        """
        <p><label for="berkas">Berkas bukti (paling banyak 5, masing-masing 5 MB)</label>
        <input id="berkas" name="berkas" type="file" multiple></p>""");
  }
}
