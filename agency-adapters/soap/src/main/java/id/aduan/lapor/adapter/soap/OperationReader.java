package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.wire.TimeForm;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the section of one operation. Paths into its answer are checked against the WSDL, each at
 * its own place.
 */
record OperationReader(YamlMap section, Shape answer) {
  private static final int LIMIT = 100;
  private static final int LIMIT_MAX = 1000;

  SoapConfig.Create create() {
    section.rejectUnknownKeys(
        "operation",
        "fields",
        "max",
        "codes",
        "otherwise",
        "attachments",
        "ticket",
        "code",
        "okCodes",
        "refusedCodes",
        "refusedFaults");
    return new SoapConfig.Create(
        request(),
        section.optionalMap("attachments").map(OperationReader::files),
        path(section, "ticket", answer),
        code("refusedCodes"),
        texts("refusedFaults"));
  }

  SoapConfig.Update update() {
    section.rejectUnknownKeys(
        "operation",
        "fields",
        "max",
        "codes",
        "otherwise",
        "attachments",
        "code",
        "okCodes",
        "refusedCodes",
        "refusedFaults");
    return new SoapConfig.Update(
        request(),
        section.optionalMap("attachments").map(OperationReader::files),
        code("refusedCodes"),
        texts("refusedFaults"));
  }

  SoapConfig.Attach attach() {
    section.rejectUnknownKeys(
        "operation",
        "fields",
        "max",
        "codes",
        "otherwise",
        "code",
        "okCodes",
        "refusedCodes",
        "refusedFaults",
        "mtom",
        "honoursKeys");
    SoapConfig.Update write =
        new SoapConfig.Update(
            request(), Optional.empty(), code("refusedCodes"), texts("refusedFaults"));
    List<String> sources =
        write.request().fields().values().stream().map(SoapConfig.Value::source).toList();
    if (!sources.isEmpty() && sources.stream().filter("base64"::equals).count() != 1) {
      section.problem("'fields' carries base64, which is the file, not once", "");
    }
    return new SoapConfig.Attach(
        write,
        section.optionalBoolean("mtom").orElse(false),
        section.optionalBoolean("honoursKeys").orElse(false));
  }

  SoapConfig.Find find() {
    section.rejectUnknownKeys(
        "operation", "fields", "items", "ticket", "match", "code", "okCodes", "absentCodes");
    String items = path(section, "items", answer);
    Shape item = end(items);
    return new SoapConfig.Find(
        request(),
        items,
        path(section, "ticket", item),
        optionalPath(section, "match", item),
        code("absentCodes"));
  }

  SoapConfig.Changes changes(ZoneId zone) {
    section.rejectUnknownKeys(
        "operation",
        "fields",
        "limit",
        "start",
        "items",
        "cursor",
        "more",
        "code",
        "okCodes",
        "item");
    String items = path(section, "items", answer);
    return new SoapConfig.Changes(
        request(),
        section.optionalInt("limit", 1, LIMIT_MAX).orElse(LIMIT),
        section.optionalString("start").orElse(""),
        items,
        path(section, "cursor", answer),
        optionalPath(section, "more", answer),
        code("refusedCodes"),
        item(section.requiredMap("item"), end(items), zone));
  }

  private static SoapConfig.Item item(YamlMap map, Shape item, ZoneId zone) {
    map.rejectUnknownKeys(
        Stream.concat(
                TimeForm.KEYS.stream(),
                Stream.of("id", "ticket", "reference", "at", "text", "status", "publicWhen"))
            .toArray(String[]::new));
    return new SoapConfig.Item(
        path(map, "id", item),
        path(map, "ticket", item),
        optionalPath(map, "reference", item),
        path(map, "at", item),
        TimeForm.read(map, zone),
        optionalPath(map, "text", item),
        optionalPath(map, "status", item),
        publicWhen(map, item));
  }

  private static Map<String, String> publicWhen(YamlMap map, Shape item) {
    Map<String, String> proofs = new LinkedHashMap<>();
    YamlMap written = map.requiredMap("publicWhen");
    for (YamlScalar element : written.keys()) {
      if (isKnown(element.text(), item, element)) {
        written.optionalString(element.text()).ifPresent(it -> proofs.put(element.text(), it));
      }
    }
    if (map.has("publicWhen") && written.keys().isEmpty()) {
      map.problem("'publicWhen' names no element", "");
    }
    return proofs.isEmpty() ? Map.of("missing", "missing") : proofs;
  }

  private SoapConfig.Request request() {
    Map<String, String> sources = texts(section.requiredMap("fields"));
    String[] elements = sources.keySet().toArray(String[]::new);
    Optional<YamlMap> max = section.optionalMap("max");
    Optional<YamlMap> codes = section.optionalMap("codes");
    Optional<YamlMap> otherwise = section.optionalMap("otherwise");
    Stream.of(max, codes, otherwise)
        .flatMap(Optional::stream)
        .forEach(map -> map.rejectUnknownKeys(elements));
    Map<String, SoapConfig.Value> fields = new LinkedHashMap<>();
    sources.forEach(
        (element, source) ->
            fields.put(
                element,
                new SoapConfig.Value(
                    source,
                    max.flatMap(map -> map.optionalInt(element, 1, SoapConfig.Value.LENGTH_MAX))
                        .orElse(SoapConfig.Value.LENGTH_MAX),
                    codes
                        .flatMap(map -> map.optionalMap(element))
                        .map(OperationReader::texts)
                        .orElse(Map.of()),
                    otherwise.flatMap(map -> map.optionalString(element)).orElse(""))));
    return new SoapConfig.Request(section.requiredString("operation"), fields);
  }

  private static SoapConfig.Files files(YamlMap map) {
    map.rejectUnknownKeys("item", "fields");
    Map<String, SoapConfig.Value> fields = new LinkedHashMap<>();
    texts(map.requiredMap("fields"))
        .forEach((element, source) -> fields.put(element, SoapConfig.Value.of(source)));
    return new SoapConfig.Files(map.optionalString("item"), fields);
  }

  private static Map<String, String> texts(YamlMap map) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (YamlScalar key : map.keys()) {
      map.optionalString(key.text()).ifPresent(text -> texts.put(key.text(), text));
    }
    return texts;
  }

  private SoapConfig.Code code(String refusedKey) {
    Optional<String> path = optionalPath(section, "code", answer);
    Set<String> ok = texts("okCodes");
    Set<String> refused = texts(refusedKey);
    if (section.has("code") == ok.isEmpty() || (!section.has("code") && !refused.isEmpty())) {
      section.problem("'code' and 'okCodes' go together", "");
    }
    return new SoapConfig.Code(path, ok, refused);
  }

  private Set<String> texts(String key) {
    return section.scalars(key).stream().map(YamlScalar::text).collect(Collectors.toSet());
  }

  private Shape end(String path) {
    try {
      return ElementPath.of(path, answer).end();
    } catch (IllegalArgumentException e) {
      return Shape.unknown(answer.name());
    }
  }

  private static String path(YamlMap map, String key, Shape from) {
    map.requireKeys(key);
    return optionalPath(map, key, from).orElse("missing");
  }

  private static Optional<String> optionalPath(YamlMap map, String key, Shape from) {
    Optional<YamlScalar> written = map.scalar(key);
    return written.flatMap(YamlScalar::asText).filter(path -> isKnown(path, from, written.get()));
  }

  private static boolean isKnown(String path, Shape from, YamlScalar written) {
    try {
      return !ElementPath.of(path, from).steps().isEmpty();
    } catch (IllegalArgumentException e) {
      written.problem(String.valueOf(e.getMessage()), "");
      return false;
    }
  }
}
