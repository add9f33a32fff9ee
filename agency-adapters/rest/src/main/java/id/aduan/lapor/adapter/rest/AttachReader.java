package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.wire.HttpOutcome;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how files are put to tickets, and notes every fault. */
final class AttachReader {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,64}");
  private static final List<String> FORMS = List.of("multipart", "json", "raw");
  private static final List<String> CALL =
      List.of(
          "method",
          "path",
          "multipart",
          "json",
          "raw",
          "successWhen",
          "refusedWhen",
          "refusedStatus",
          "refusalReason");

  private AttachReader() {}

  static RestConfig.Attach read(YamlMap map) {
    map.rejectUnknownKeys(keys("upload", "file", "honoursKeys", "find"));
    Checked checked = new Checked(map);
    Optional<RestConfig.Upload> upload = map.optionalMap("upload").map(AttachReader::upload);
    String path =
        upload.isPresent()
            ? checked.path(PathTemplate::ofUploaded, "/{upload}")
            : checked.path(PathTemplate::ofAttach, "/{ticket}");
    return new RestConfig.Attach(
        upload,
        method(map),
        path,
        upload.isPresent() ? naming(map, path, checked) : form(map, checked),
        answer(checked, checked.optionalPointer("file")),
        map.optionalBoolean("honoursKeys").orElse(false),
        map.optionalMap("find").map(AttachReader::find));
  }

  private static RestConfig.Upload upload(YamlMap map) {
    map.rejectUnknownKeys(keys("id"));
    Checked checked = new Checked(map);
    return new RestConfig.Upload(
        method(map),
        checked.path(PathTemplate::ofUpload, "/"),
        form(map, checked),
        answer(checked, Optional.of(checked.pointer("id"))));
  }

  private static String[] keys(String... more) {
    return Stream.concat(CALL.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static String method(YamlMap map) {
    return map.scalar("method")
        .flatMap(it -> it.asOneOf(List.of("POST", "PUT"), "method"))
        .orElse("POST");
  }

  private static RestConfig.Answer answer(Checked checked, Optional<String> file) {
    return new RestConfig.Answer(
        file,
        checked.optionalExpression("successWhen"),
        checked.optionalExpression("refusedWhen"),
        checked.statuses("refusedStatus", HttpOutcome.NEVER_REFUSED, HttpOutcome.REFUSED),
        checked.optionalPointer("refusalReason"));
  }

  /** What names an upload carries no file. */
  private static RestConfig.AttachForm naming(YamlMap map, String path, Checked checked) {
    if (!files(map).isEmpty()) {
      map.problem(
          "after 'upload' the file is named by 'json'",
          "write for example json: '{\"lampiran\": [upload]}'");
    }
    String body = checked.expression("json");
    map.scalar("json")
        .filter(it -> it.text().equals(body))
        .ifPresent(it -> AttachTrial.runNaming(body, path.contains("{upload}"), it));
    return new RestConfig.Inline(body);
  }

  private static RestConfig.AttachForm form(YamlMap map, Checked checked) {
    List<RestConfig.AttachForm> written = files(map);
    if (map.has("json")) {
      written.add(inline(map, checked));
    }
    if (FORMS.stream().filter(map::has).count() != 1) {
      map.problem(
          "one of 'multipart', 'json' and 'raw' says how the file goes",
          "write for example multipart: {file: attachment}");
    }
    return written.isEmpty() ? new RestConfig.Raw() : written.get(0);
  }

  /** Each that is written is read, so that its faults are told. */
  private static List<RestConfig.AttachForm> files(YamlMap map) {
    List<RestConfig.AttachForm> written = new ArrayList<>();
    map.optionalMap("multipart").map(AttachReader::parts).ifPresent(written::add);
    map.optionalMap("raw")
        .ifPresent(
            raw -> {
              raw.rejectUnknownKeys();
              written.add(new RestConfig.Raw());
            });
    return written;
  }

  private static RestConfig.AttachForm inline(YamlMap map, Checked checked) {
    String body = checked.expression("json");
    Optional<YamlScalar> place = map.scalar("json").filter(it -> it.text().equals(body));
    place.ifPresent(it -> AttachTrial.run(body, it));
    return new RestConfig.Inline(body);
  }

  private static RestConfig.AttachForm parts(YamlMap map) {
    map.rejectUnknownKeys("file", "fields");
    String file =
        map.scalar("file").filter(AttachReader::isPart).map(YamlScalar::text).orElse("file");
    Map<String, String> fields = new LinkedHashMap<>();
    map.optionalMap("fields")
        .ifPresent(
            written -> {
              Checked checked = new Checked(written);
              for (YamlScalar key : written.keys()) {
                if (isPart(key)) {
                  fields.put(key.text(), checked.expression(key.text()));
                }
              }
            });
    return new RestConfig.Parts(file, fields);
  }

  private static boolean isPart(YamlScalar name) {
    if (PART.matcher(name.text()).matches()) {
      return true;
    }
    name.problem("a part is called by 1 to 64 letters, digits, and any of _.[]-", "");
    return false;
  }

  private static RestConfig.FindFile find(YamlMap map) {
    map.rejectUnknownKeys("path", "items", "name", "file");
    Checked checked = new Checked(map);
    return new RestConfig.FindFile(
        checked.path(PathTemplate::ofFiles, "/{ticket}"),
        checked.pointer("items"),
        checked.pointer("name"),
        checked.optionalPointer("file"));
  }
}
