package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.agency.wire.TimeForm;
import id.aduan.lapor.wire.HttpOutcome;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a {@link RestConfig} and notes every fault; what is faulty reads as a stand-in. */
final class RestConfigReader {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final URI NOWHERE = URI.create("https://missing.invalid");
  private static final int LIMIT = 100;
  private static final int LIMIT_MAX = 1000;

  private RestConfigReader() {}

  static RestConfig read(YamlMap settings, Path directory) {
    settings.rejectUnknownKeys(
        Stream.concat(
                HttpEndpoint.KEYS.stream(),
                Stream.of(
                    "type",
                    "baseUri",
                    "zone",
                    "limits",
                    "honoursKeys",
                    "create",
                    "update",
                    "find",
                    "changes",
                    "push",
                    "attach"))
            .toArray(String[]::new));
    settings.requireKeys("baseUri");
    ZoneId zone = settings.optionalZoneId("zone").orElse(WIB);
    TextLimits limits = TextLimits.read(settings);
    Optional<RestConfig.Find> find = settings.optionalMap("find").map(RestConfigReader::find);
    Optional<RestConfig.Changes> changes =
        settings.optionalMap("changes").map(map -> changes(map, zone));
    RestConfig config =
        new RestConfig(
            HttpEndpoint.read(
                settings, HttpEndpoint.readUri(settings, "baseUri").orElse(NOWHERE), directory),
            zone,
            limits,
            settings.optionalBoolean("honoursKeys").orElse(false),
            create(settings.requiredMap("create")),
            settings.optionalMap("update").map(RestConfigReader::update),
            find,
            changes,
            settings.optionalMap("push").map(map -> push(map, zone, changes)),
            settings.optionalMap("attach").map(AttachReader::read));
    tryBodies(settings, config);
    return config;
  }

  /** What is written there is tried; what stands in for a faulty one is not. */
  private static void tryBodies(YamlMap settings, RestConfig config) {
    settings
        .optionalMap("create")
        .flatMap(map -> map.scalar("body"))
        .filter(body -> body.text().equals(config.create().body()))
        .ifPresent(body -> BodyTrial.create(config, body));
    config
        .update()
        .ifPresent(
            update ->
                settings
                    .optionalMap("update")
                    .flatMap(map -> map.scalar("body"))
                    .filter(body -> body.text().equals(update.body()))
                    .ifPresent(body -> BodyTrial.update(config, update, body)));
  }

  private static RestConfig.Create create(YamlMap map) {
    map.rejectUnknownKeys(
        "method",
        "path",
        "body",
        "ticket",
        "successWhen",
        "refusedWhen",
        "refusedStatus",
        "refusalReason");
    Checked checked = new Checked(map);
    return new RestConfig.Create(
        map.scalar("method").flatMap(RestConfigReader::method).orElse("POST"),
        checked.path(PathTemplate::ofCreate, "/"),
        checked.expression("body"),
        checked.pointer("ticket"),
        checked.optionalExpression("successWhen"),
        checked.optionalExpression("refusedWhen"),
        checked.statuses("refusedStatus", HttpOutcome.NEVER_REFUSED, HttpOutcome.REFUSED),
        checked.optionalPointer("refusalReason"));
  }

  private static Optional<String> method(YamlScalar written) {
    return written.asOneOf(List.of("POST", "PUT"), "method");
  }

  private static RestConfig.Update update(YamlMap map) {
    map.rejectUnknownKeys(
        "method", "path", "body", "successWhen", "refusedWhen", "refusedStatus", "refusalReason");
    Checked checked = new Checked(map);
    return new RestConfig.Update(
        map.scalar("method")
            .flatMap(it -> it.asOneOf(List.of("PUT", "PATCH", "POST"), "method"))
            .orElse("PUT"),
        checked.path(PathTemplate::ofUpdate, "/{ticket}"),
        checked.expression("body"),
        checked.optionalExpression("successWhen"),
        checked.optionalExpression("refusedWhen"),
        checked.statuses("refusedStatus", HttpOutcome.NEVER_REFUSED, HttpOutcome.REFUSED),
        checked.optionalPointer("refusalReason"));
  }

  private static RestConfig.Find find(YamlMap map) {
    map.rejectUnknownKeys("path", "items", "ticket", "match", "absentStatus");
    Checked checked = new Checked(map);
    return new RestConfig.Find(
        checked.path(PathTemplate::ofFind, "/{reference}"),
        checked.pointer("items"),
        checked.pointer("ticket"),
        checked.optionalPointer("match"),
        checked.statuses("absentStatus", HttpOutcome.NEVER_REFUSED, Set.of()));
  }

  private static RestConfig.Changes changes(YamlMap map, ZoneId zone) {
    map.rejectUnknownKeys("path", "limit", "start", "items", "cursor", "more", "item");
    Checked checked = new Checked(map);
    return new RestConfig.Changes(
        checked.path(PathTemplate::ofChanges, "/{cursor}"),
        map.optionalInt("limit", 1, LIMIT_MAX).orElse(LIMIT),
        map.optionalString("start").orElse(""),
        checked.pointer("items"),
        checked.pointer("cursor"),
        checked.optionalPointer("more"),
        item(map.requiredMap("item"), zone));
  }

  /** A change is pushed as it is listed, unless it is said how else. */
  private static RestConfig.Push push(
      YamlMap map, ZoneId zone, Optional<RestConfig.Changes> changes) {
    map.rejectUnknownKeys("items", "item");
    RestConfig.Item item =
        changes
            .filter(listed -> !map.has("item"))
            .map(RestConfig.Changes::item)
            .orElseGet(() -> item(map.requiredMap("item"), zone));
    return new RestConfig.Push(new Checked(map).optionalPointer("items"), item);
  }

  private static RestConfig.Item item(YamlMap map, ZoneId zone) {
    map.rejectUnknownKeys(
        Stream.concat(
                TimeForm.KEYS.stream(),
                Stream.of(
                    "id",
                    "ticket",
                    "reference",
                    "at",
                    "text",
                    "status",
                    "publicWhen",
                    "attachments"))
            .toArray(String[]::new));
    Checked checked = new Checked(map);
    return new RestConfig.Item(
        checked.pointer("id"),
        checked.pointer("ticket"),
        checked.optionalPointer("reference"),
        checked.pointer("at"),
        TimeForm.read(map, zone),
        checked.optionalPointer("text"),
        checked.optionalPointer("status"),
        checked.expression("publicWhen"),
        map.optionalMap("attachments").map(RestConfigReader::files));
  }

  private static RestConfig.Files files(YamlMap map) {
    map.rejectUnknownKeys("list", "fileName", "url");
    Checked checked = new Checked(map);
    return new RestConfig.Files(
        checked.pointer("list"), checked.pointer("fileName"), checked.pointer("url"));
  }
}
