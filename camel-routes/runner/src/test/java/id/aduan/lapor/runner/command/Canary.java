package id.aduan.lapor.runner.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A mark that must not come out, in whatever form. */
record Canary(String mark) {

  /** The forms in which the bytes hold the mark; none is good. */
  List<String> foundIn(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.concat(
            base64().stream().filter(text::contains), forms().stream().filter(lower::contains))
        .toList();
  }

  private List<String> forms() {
    List<String> forms = new ArrayList<>();
    forms.add(mark);
    forms.add(new String(mark.getBytes(UTF_16LE), ISO_8859_1));
    forms.add(new String(mark.getBytes(UTF_16BE), ISO_8859_1));
    forms.add(HexFormat.of().formatHex(mark.getBytes(US_ASCII)));
    StringBuilder url = new StringBuilder();
    StringBuilder json = new StringBuilder();
    mark.chars().forEach(c -> url.append("%%%02X".formatted(c)));
    mark.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
    forms.add(url.toString());
    forms.add(json.toString());
    return forms.stream().map(form -> form.toLowerCase(Locale.ROOT)).toList();
  }

  /** What stays the same wherever in a longer text the mark begins. */
  private List<String> base64() {
    List<String> forms = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] bytes = ("\0".repeat(before) + mark).getBytes(US_ASCII);
      String encoded = Base64.getEncoder().encodeToString(bytes);
      forms.add(encoded.substring((before * 8 + 5) / 6, bytes.length * 8 / 6));
    }
    return forms;
  }
}
