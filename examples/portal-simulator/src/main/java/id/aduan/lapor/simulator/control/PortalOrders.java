package id.aduan.lapor.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.LedgerEntry;
import id.aduan.lapor.simulator.LedgerEntry.Kind;
import id.aduan.lapor.simulator.LiveWire;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import id.aduan.lapor.simulator.WireSettings;
import id.aduan.lapor.simulator.control.ControlFront.Query;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.officer.PortalOfficers;
import id.aduan.lapor.simulator.push.WebhookPush;
import id.aduan.lapor.simulator.sms.SmsDesk;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.LedgerBook;
import id.aduan.lapor.simulator.state.PortalDesk;
import java.util.Map;
import java.util.TreeMap;

/** Carries out what the control API is told; every order stands in the ledger. Safe for threads. */
public final class PortalOrders implements ControlFront.Orders {
  private static final int GENERATED_MAX = 10_000;
  private static final int ENTRIES_MAX = 1_000;

  private final PortalSettings settings;
  private final Parts parts;
  private final LiveWire wire;

  /** What can be given orders. */
  public record Parts(
      PortalDesk desk,
      LedgerBook ledger,
      Faults faults,
      WebhookPush push,
      PortalOfficers officers,
      SmsDesk sms) {}

  public PortalOrders(PortalSettings settings, Parts parts, LiveWire wire) {
    this.settings = settings;
    this.parts = parts;
    this.wire = wire;
  }

  @Override
  public JsonNode state() {
    ObjectNode json =
        Json.object()
            .put("seed", parts.faults.seed())
            .put("complaints", parts.desk.changedSince(null).size())
            .put("push_backlog", parts.push.backlog());
    json.set("wire", wireJson());
    ArrayNode faults = json.putArray("faults");
    parts.faults.standing().forEach(each -> faults.add(FaultJson.write(each)));
    return json;
  }

  /** The newest entries after a number, oldest first. */
  @Override
  public JsonNode ledger(Query query) {
    var found =
        parts.ledger.entries().stream()
            .filter(each -> each.number() > query.after())
            .filter(
                each -> query.complaint().isEmpty() || each.complaintId().equals(query.complaint()))
            .filter(each -> query.kind().isEmpty() || each.kind().word().equals(query.kind()))
            .toList();
    ArrayNode rows = Json.array();
    found
        .subList(Math.max(0, found.size() - ENTRIES_MAX), found.size())
        .forEach(each -> rows.add(entry(each)));
    return rows;
  }

  /** The newest follow-ups that agencies sent, oldest first, duplicates and all. */
  @Override
  public JsonNode followUps(Query query) {
    var found =
        query.complaint().isEmpty()
            ? parts.ledger.followUps()
            : parts.ledger.followUps(query.complaint());
    ArrayNode rows = Json.array();
    found
        .subList(Math.max(0, found.size() - ENTRIES_MAX), found.size())
        .forEach(each -> rows.add(followUp(each)));
    return rows;
  }

  private static ObjectNode followUp(ReceivedFollowUp line) {
    ObjectNode json =
        Json.object()
            .put("at", line.at().toString())
            .put("id", line.followUpId())
            .put("complaint_id", line.complaintId());
    ObjectNode fields = json.putObject("fields");
    new TreeMap<>(line.fields()).forEach(fields::put);
    ArrayNode files = json.putArray("files");
    line.files()
        .forEach(
            each ->
                files
                    .addObject()
                    .put("field", each.field())
                    .put("file_name", each.fileName())
                    .put("bytes", each.bytes())
                    .put("sha256", each.sha256()));
    return json;
  }

  private static ObjectNode entry(LedgerEntry entry) {
    return Json.object()
        .put("number", entry.number())
        .put("at", entry.at().toString())
        .put("kind", entry.kind().word())
        .put("complaint_id", entry.complaintId())
        .put("what", entry.what());
  }

  @Override
  public String addFault(Fault fault) {
    String id = parts.faults.add(fault);
    note("", "ordered " + id + ": " + fault.sentence());
    return id;
  }

  @Override
  public boolean removeFault(String id) {
    boolean was = parts.faults.remove(id);
    note("", "removed " + id);
    parts.push.release();
    return was;
  }

  @Override
  public void removeFaults() {
    parts.faults.reset(parts.faults.seed());
    note("", "removed all faults");
    parts.push.release();
  }

  @Override
  public JsonNode wire(ObjectNode changes) {
    WireSettings wanted = wire.get();
    for (Map.Entry<String, JsonNode> each : changes.properties()) {
      wanted = wanted.with(each.getKey(), each.getValue().asText(""));
    }
    wire.set(wanted);
    note("", "wire " + wanted.texts());
    return wireJson();
  }

  private ObjectNode wireJson() {
    ObjectNode json = Json.object();
    wire.get().texts().forEach(json::put);
    return json;
  }

  @Override
  public JsonNode push(ObjectNode order) {
    if (order.has("on")) {
      parts.push.on(order.path("on").asBoolean());
      note("", "push " + (order.path("on").asBoolean() ? "on" : "off"));
    }
    ObjectNode done = Json.object();
    if (order.has("replay")) {
      int again = parts.push.replay(Math.max(0, order.path("replay").asInt()));
      note("", "replayed " + again + " webhooks");
      done.put("replayed", again);
    }
    String strange = order.path("unknown").asText("");
    if (!strange.isEmpty()) {
      ActJson.number("unknown", strange);
      note(strange, "webhook about a complaint that need not exist");
      parts.push.pushStrange(strange);
    }
    return done.put("backlog", parts.push.backlog());
  }

  @Override
  public JsonNode file(ObjectNode order) {
    ArrayNode ids = Json.array();
    if (order.has("generate")) {
      int count = order.path("generate").asInt();
      if (count < 1 || count > GENERATED_MAX) {
        throw new IllegalArgumentException("generate is 1 to " + GENERATED_MAX);
      }
      parts.officers.file(count);
      note("", "generated " + count + " complaints");
      return Json.object().put("generated", count);
    }
    ids.add(parts.desk.file(ActJson.complaint(order)).id());
    ObjectNode json = Json.object();
    json.set("complaint_ids", ids);
    return json;
  }

  @Override
  public JsonNode act(String complaintId, String act, ObjectNode said) {
    if (act.equals("remove")) {
      parts.desk.remove(complaintId);
      return Json.object().put("complaint_id", complaintId).put("status", "removed");
    }
    Complaint after = ActJson.act(parts.desk, complaintId, act, said);
    return Json.object()
        .put("complaint_id", complaintId)
        .put("status", after.status().publicName())
        .put("revision", after.revision());
  }

  /** Faults, settings of the wire and the chance as at the start; complaints too if asked for. */
  @Override
  public JsonNode reset(ObjectNode order) {
    long seed = order.path("seed").asLong(settings.seed());
    parts.faults.reset(seed);
    wire.set(settings.wire());
    if (order.path("complaints").asBoolean()) {
      parts.push.clear();
      parts.sms.clear();
      parts.desk.clear();
      parts.ledger.clear();
    } else {
      parts.push.release();
    }
    note("", "reset, seed " + seed);
    return state();
  }

  private void note(String complaintId, String what) {
    parts.ledger.note(settings.clock().instant(), Kind.CONTROL, complaintId, what);
  }
}
