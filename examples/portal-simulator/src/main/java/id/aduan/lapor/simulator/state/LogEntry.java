package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.Institution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a complaint's log: a template to be filled by its reader (portal-wire 2.7). */
public record LogEntry(
    int id,
    Instant at,
    String template,
    @Nullable Institution from,
    @Nullable Institution to,
    Status statusOld,
    Status statusNew) {
  /** The sentence with its placeholders filled, as the public page shows it. */
  public String sentence() {
    return template
        .replace("{{institution_from}}", from == null ? "" : from.name())
        .replace("{{institution_to}}", to == null ? "" : to.name());
  }
}
