package id.aduan.lapor.runner.config;

import id.aduan.lapor.documents.letter.LetterKind;
import id.aduan.lapor.documents.letter.LetterTemplate;
import id.aduan.lapor.documents.letter.LetterTemplateException;
import id.aduan.lapor.documents.letter.TemplateProblem;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code documents.letters} with its templates. */
final class LettersSection {
  static final String LETTERS = "letters";
  private static final String TEMPLATES = "templates";
  private static final String CITY = "city";
  private static final String AUTHORITY = "authority";
  private static final String SIGNATORY = "signatory";
  private static final String END = ".odt";
  private static final Map<String, String> OF_AUTHORITY =
      Map.of(
          "name", "lembaga",
          "unit", "unit",
          "address", "alamat",
          "phone", "telepon",
          "email", "surel",
          "web", "laman");
  private static final Map<String, String> OF_SIGNATORY =
      Map.of("position", "jabatan", "name", "nama", "rank", "pangkat", "nip", "nip");

  private final Map<LetterKind, LetterTemplate> templates = new EnumMap<>(LetterKind.class);
  private final Map<LetterKind, List<Problem>> faults = new EnumMap<>(LetterKind.class);
  private final List<Problem> strays = new ArrayList<>();

  private LettersSection() {}

  /** Reads it; without the section the shipped templates hold, with dots to fill in by hand. */
  static LettersConfig read(Optional<YamlMap> documents, Path directory) {
    Optional<YamlMap> section = documents.flatMap(map -> map.optionalMap(LETTERS));
    Map<String, String> values = new HashMap<>();
    LettersSection read = new LettersSection();
    section.ifPresent(
        map -> {
          map.rejectUnknownKeys(TEMPLATES, AUTHORITY, SIGNATORY, CITY);
          map.optionalString(CITY).ifPresent(city -> values.put("kota", city));
          map.optionalMap(AUTHORITY).ifPresent(it -> read(it, OF_AUTHORITY, values));
          map.optionalMap(SIGNATORY).ifPresent(it -> read(it, OF_SIGNATORY, values));
          map.scalar(TEMPLATES).ifPresent(it -> read.templates(it, directory.resolve(it.text())));
        });
    return new LettersConfig(read.templates, read.faults, read.strays, values);
  }

  private static void read(YamlMap map, Map<String, String> names, Map<String, String> values) {
    map.rejectUnknownKeys(names.keySet().stream().sorted().toArray(String[]::new));
    names.forEach((key, name) -> map.optionalString(key).ifPresent(it -> values.put(name, it)));
  }

  private void templates(YamlScalar written, Path folder) {
    if (!Files.isDirectory(folder)) {
      none(written, "there is no such folder", "make it, or leave it out");
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(END)).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        LetterKind.of(name.substring(0, name.length() - END.length()))
            .ifPresentOrElse(
                kind -> template(written, file, kind),
                () ->
                    strays.add(
                        written.note(
                            "template " + printable(name) + ": there is no such letter; unused",
                            "one of: "
                                + Stream.of(LetterKind.values())
                                    .map(it -> it.slug() + END)
                                    .toList())));
      }
    } catch (IOException e) {
      none(written, "the folder cannot be read", "look at its rights");
    }
  }

  /** No letter has its template, and none is made with another one than was meant. */
  private void none(YamlScalar written, String what, String hint) {
    List<Problem> fault = List.of(written.note("'" + TEMPLATES + "': " + what, hint));
    for (LetterKind kind : LetterKind.values()) {
      faults.put(kind, fault);
    }
  }

  private static String printable(String name) {
    return name.replaceAll("[^\\x20-\\x7E]", "?");
  }

  private void template(YamlScalar written, Path file, LetterKind kind) {
    List<TemplateProblem> problems;
    try (InputStream in = Files.newInputStream(file)) {
      templates.put(
          kind, LetterTemplate.read(in.readNBytes(LetterTemplate.TEMPLATE_BYTES_MAX + 1)));
      return;
    } catch (LetterTemplateException e) {
      problems = e.problems();
    } catch (IOException e) {
      problems = List.of(new TemplateProblem("it cannot be read", "look at its rights"));
    }
    String name = "template " + kind.slug() + END + ": ";
    faults.put(
        kind, problems.stream().map(it -> written.note(name + it.what(), it.hint())).toList());
  }
}
