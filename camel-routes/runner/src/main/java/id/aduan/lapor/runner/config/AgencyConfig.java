package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.attachment.AgencyFileLimits;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.delivery.RateLimit;
import id.aduan.lapor.http.HttpTransport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One agency and the adapter that speaks to its system.
 *
 * @param name as officials know it
 * @param concurrencyMax how many deliveries may be under way at once
 * @param rate how many calls to it may begin; empty for no limit
 * @param paused what a start makes of it; empty to leave it as it was
 * @param webhook how what its system pushes is proven
 * @param returnedStatus its words for a case that it gives back as not its authority
 * @param reach the portal's number of it where the portal reaches it by a forwarding (TRM-04)
 * @param files what it takes of the files of complaints; empty where nothing is said
 * @param twin makes another adapter of the same settings, with another way out; the caller's to
 *     close
 */
public record AgencyConfig(
    AgencyCode code,
    String name,
    AgencyKind kind,
    AgencyAdapter adapter,
    Duration pollEvery,
    int concurrencyMax,
    Optional<RateLimit> rate,
    Optional<Boolean> paused,
    WebhookConfig webhook,
    List<String> returnedStatus,
    Optional<String> reach,
    Optional<AgencyFileLimits> files,
    Function<HttpTransport, AgencyAdapter> twin) {}
