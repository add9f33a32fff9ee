package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.PlainText.Phrase;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the portal's words and the names of places mean. */
final class TermReader {

  static final List<String> REGION_KEYS = List.of("code", "name", "also", "bps");

  private static final Pattern BPS = Pattern.compile("\\d{2}(\\d{2}(\\d{3}(\\d{3})?)?)?");
  private static final Pattern UNDOTTED = Pattern.compile("\\d{3,10}");

  private final Catalogue catalogue;
  private final Findings findings;

  TermReader(Catalogue catalogue, Findings findings) {
    this.catalogue = catalogue;
    this.findings = findings;
  }

  Terms read(YamlMap file, ZoneId zone) {
    return new Terms(
        catalogue,
        vocabulary(file, "classifications"),
        vocabulary(file, "channels"),
        regions(file.maps("regions")),
        zone);
  }

  private static Vocabulary vocabulary(YamlMap file, String section) {
    Map<String, String> names = new LinkedHashMap<>();
    file.optionalMap(section)
        .ifPresent(
            table -> {
              Once once = new Once("the word");
              for (YamlScalar raw : table.keys()) {
                if (once.isNew(raw, Catalogue.name(raw.text()))) {
                  table.optionalString(raw.text()).ifPresent(name -> names.put(raw.text(), name));
                }
              }
            });
    return new Vocabulary(names);
  }

  private Regions regions(List<YamlMap> rows) {
    Map<String, List<Phrase>> names = new LinkedHashMap<>();
    Once codes = new Once("the region");
    Map<String, YamlScalar> owners = new LinkedHashMap<>();
    for (YamlMap row : rows) {
      row.rejectUnknownKeys(REGION_KEYS.toArray(String[]::new));
      row.requireKeys("code", "name");
      List<Phrase> phrases = new ArrayList<>();
      List<YamlScalar> written = new ArrayList<>(row.scalar("name").stream().toList());
      written.addAll(row.scalars("also"));
      written.forEach(name -> phrase(name, owners).ifPresent(phrases::add));
      Optional<YamlScalar> code = row.scalar("code").filter(TermReader::isCode);
      code.filter(it -> codes.isNew(it, it.text())).ifPresent(it -> names.put(it.text(), phrases));
      row.scalar("bps").ifPresent(bps -> checkBps(bps, code));
    }
    return new Regions(names);
  }

  /** Two regions of one name could not be told apart. */
  private static Optional<Phrase> phrase(YamlScalar name, Map<String, YamlScalar> owners) {
    Phrase phrase = Phrase.of(name.asText().orElse(""));
    if (phrase.first().isEmpty()) {
      return Optional.empty();
    }
    YamlScalar first = owners.putIfAbsent(phrase.text(), name);
    if (first != null) {
      name.problem(
          "the name " + name.excerpt() + " stands for two regions",
          "the first is on line " + first.line());
    }
    return Optional.of(phrase);
  }

  /** Whether it is a code with its dots; what is not is a fault. */
  static boolean isCode(YamlScalar code) {
    if (Regions.CODE.matcher(code.text()).matches()) {
      return true;
    }
    String hint = "21.01 is a regency, 21.01.06 a district, 21.01.06.1001 a village";
    if (UNDOTTED.matcher(code.text()).matches()) {
      hint = "write the dots of the Kemendagri code; numbers of the BPS are others, 2102 is 21.01";
    }
    code.problem("a region's code must not be " + code.excerpt(), hint);
    return false;
  }

  private void checkBps(YamlScalar bps, Optional<YamlScalar> code) {
    if (!BPS.matcher(bps.text()).matches()) {
      bps.problem("a number of the BPS must not be " + bps.excerpt(), "digits without dots");
    } else if (code.filter(it -> it.text().replace(".", "").equals(bps.text())).isPresent()) {
      findings.notice(
          bps,
          "the number of the BPS is the Kemendagri code without its dots",
          "they often differ: Bintan is 21.01 and 2102");
    }
  }
}
