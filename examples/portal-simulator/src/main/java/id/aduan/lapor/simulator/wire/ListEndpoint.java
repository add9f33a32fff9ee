package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.PortalDesk;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Lists complaints by change (portal-wire 13); {@code updated_since} includes its own instant. */
final class ListEndpoint implements Endpoint {
  private final PortalDesk desk;
  private final ComplaintData data;

  ListEndpoint(PortalDesk desk, ComplaintData data) {
    this.desk = desk;
    this.data = data;
  }

  @Override
  public Answer answer(Call call) {
    Instant since = call.query("updated_since").map(ListEndpoint::instant).orElse(null);
    return Paging.answer(
        call, desk.changedSince(since, call.query("page", 1)), List.of("updated_since"), data::of);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal(422, "updated_since harus waktu ISO-8601");
    }
  }
}
