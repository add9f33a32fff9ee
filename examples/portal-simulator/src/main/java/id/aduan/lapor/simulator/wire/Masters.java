package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.state.Slice;
import id.aduan.lapor.simulator.state.Templates;
import java.util.List;

/** The two master lists (portal-wire 2.3, calls 1 and 2); {@code page_size} is obeyed to 1000. */
final class Masters {
  private static final int PAGE_SIZE_MAX = 1000;

  private final PortalSettings settings;

  Masters(PortalSettings settings) {
    this.settings = settings;
  }

  Answer institutions(Call call) {
    return Paging.answer(
        call,
        slice(call, settings.institutions()),
        List.of("page_size"),
        each -> Json.object().put("id", each.id()).put("name", each.name()));
  }

  Answer templates(Call call) {
    return Paging.answer(
        call,
        slice(call, Templates.ALL),
        List.of("page_size"),
        each ->
            Json.object()
                .put("title", each.title())
                .put("type", each.type())
                .put("content", each.content())
                .put("code", each.code()));
  }

  private <T> Slice<T> slice(Call call, List<T> all) {
    int size = Math.min(call.query("page_size", settings.pageSizes().masters()), PAGE_SIZE_MAX);
    return Slice.of(all, call.query("page", 1), size);
  }
}
