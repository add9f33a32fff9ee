package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.Institution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the mixed list of dispositions, agency answers (tindak lanjut) and replies of the
 * reporter (portal-wire 2.8).
 */
public record FollowUp(
    int id,
    Instant at,
    Template template,
    String content,
    @Nullable Institution from,
    @Nullable Institution to,
    boolean secret,
    List<StoredFile> files,
    Status statusOld,
    Status statusNew) {}
