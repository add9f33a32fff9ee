package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.state.FollowUp;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.Slice;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Dispositions, answers and replies of one complaint in one paged list (portal-wire 2.8). */
final class FollowUpListEndpoint implements Endpoint {
  private final PortalDesk desk;
  private final Faults faults;
  private final int pageSize;
  private final DateTimeFormatter createdAt;

  FollowUpListEndpoint(PortalSettings settings, PortalDesk desk, Faults faults) {
    this.desk = desk;
    this.faults = faults;
    this.pageSize = settings.pageSizes().followUps();
    this.createdAt = LocalTimes.DAY_FIRST.withZone(settings.zone());
  }

  @Override
  public Answer answer(Call call) {
    List<FollowUp> all = desk.get(call.id()).followUps();
    Slice<FollowUp> slice =
        new Pager(faults, Place.FOLLOWUPS, call.id())
            .cut(all, Pager.from(call.query("page", 1), pageSize), pageSize);
    var drift = new Drift(faults);
    return LaravelPage.answer(
        call,
        slice,
        List.of(),
        each -> {
          ObjectNode row = row(each);
          drift.apply(row, Place.FOLLOWUPS, call.id());
          return row;
        });
  }

  private ObjectNode row(FollowUp row) {
    ObjectNode json =
        Json.object()
            .put("id", row.id())
            .put("created_at", createdAt.format(row.at()))
            .put("institution_from_id", Institutions.id(row.from()))
            .put("institution_from_name", Institutions.name(row.from()))
            .put("institution_to_id", Institutions.id(row.to()))
            .put("institution_to_name", Institutions.name(row.to()))
            .put("template_code", row.template().code())
            .put("template_content", row.template().content())
            .put("content", row.content())
            .put("is_secret", row.secret() ? 1 : 0);
    json.set("attachments", FileMap.of(row.files()));
    return json.put("data", StatusChange.text(row.statusOld(), row.statusNew()));
  }
}
