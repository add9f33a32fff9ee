package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.LogEntry;
import id.aduan.lapor.simulator.state.PortalDesk;
import java.time.format.DateTimeFormatter;

/** One complaint with its logs, oldest first (portal-wire 2.7). */
final class DetailEndpoint implements Endpoint {
  private final PortalDesk desk;
  private final ComplaintData data;
  private final DateTimeFormatter date;
  private final DateTimeFormatter timestamp;

  DetailEndpoint(PortalSettings settings, PortalDesk desk, ComplaintData data) {
    this.desk = desk;
    this.data = data;
    this.date = LocalTimes.DAY_FIRST.withZone(settings.zone());
    this.timestamp = LocalTimes.YEAR_FIRST.withZone(settings.zone());
  }

  @Override
  public Answer answer(Call call) {
    Complaint complaint = desk.get(call.id());
    ArrayNode statusLogs = Json.array();
    ArrayNode dataLogs = Json.array();
    for (LogEntry entry : complaint.log()) {
      statusLogs.add(
          Json.object()
              .put("note", entry.sentence())
              .put("timestamp", timestamp.format(entry.at())));
      dataLogs.add(log(entry));
    }
    ObjectNode detail = data.of(complaint, Place.DETAIL);
    detail.set("status_logs", statusLogs);
    ObjectNode results = Json.object();
    results.set("data", detail);
    results.set("data_logs", dataLogs);
    return Json.ok(Json.object().set("results", results));
  }

  private JsonNode log(LogEntry entry) {
    ObjectNode row =
        Json.object()
            .put("id", entry.id())
            .put("date", date.format(entry.at()))
            .put("content", entry.template());
    row.set("institution_from", Institutions.object(entry.from()));
    row.set("institution_to", Institutions.object(entry.to()));
    return row.put("institution_from_name", Institutions.name(entry.from()))
        .put("institution_to_name", Institutions.name(entry.to()))
        .put("data", StatusChange.text(entry.statusOld(), entry.statusNew()));
  }
}
