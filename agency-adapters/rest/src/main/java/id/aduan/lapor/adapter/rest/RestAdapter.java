package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.agency.AdapterContext;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyAdapterFactory;
import id.aduan.lapor.agency.AgencyFile;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.ComplaintView;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.agency.PushedMessage;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.json.ExpressionFailure;
import id.aduan.lapor.json.JsonFaults;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.wire.HttpOutcome;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Speaks to any agency system with a JSON API, as its {@link RestConfig} says.
 *
 * <p>Each call ends within the configured deadline; redirects are not followed, and count as an
 * unknown outcome. Safe for use by many threads.
 */
public final class RestAdapter implements AgencyAdapter {
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");
  private final String name;
  private final HttpEndpoint endpoint;
  private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
  private final ComplaintView view;
  private final Writing create;
  private final Optional<Writing> update;
  private final Optional<Search> search;
  private final Optional<ChangeFeed> feed;
  private final Optional<PushForm> push;
  private final Optional<Attaching> attaching;
  private final HttpTransport http;
  private final InstantSource clock;

  private RestAdapter(String name, RestConfig config, HttpTransport http, InstantSource clock) {
    this.name = name;
    this.clock = clock;
    endpoint = config.endpoint();
    this.http = endpoint.over(http, clock);
    view = new ComplaintView(config.zone(), config.limits());
    create = Writing.of(config.create());
    update = config.update().map(Writing::of);
    search = config.find().map(Search::of);
    feed = config.changes().map(ChangeFeed::of);
    push = config.push().map(PushForm::of);
    attaching = config.attach().map(Attaching::of);
    if (config.honoursKeys()) {
      capabilities.add(Capability.HONOURS_KEYS);
    }
    update.ifPresent(it -> capabilities.add(Capability.UPDATE));
    search.ifPresent(it -> capabilities.add(Capability.FIND));
    feed.ifPresent(it -> capabilities.add(Capability.CHANGES));
    push.ifPresent(it -> capabilities.add(Capability.PUSH));
    attaching.ifPresent(it -> capabilities.addAll(it.capabilities()));
  }

  /**
   * An adapter as a file says that holds what stands below {@code rest} in the connector's own
   * configuration. It calls by the JDK's HTTP client, and in its messages is called by its host.
   *
   * @throws ConfigurationFault with every fault of the file
   */
  public static RestAdapter load(Path file) {
    Problems problems = new Problems();
    RestConfig config =
        RestConfigReader.read(
            YamlFile.read(file, problems),
            Objects.requireNonNullElse(file.getParent(), Path.of("")));
    problems.throwIfAny();
    String host = config.endpoint().base().getHost();
    return new RestAdapter(host, config, new JdkHttpTransport(), InstantSource.system());
  }

  /**
   * An adapter that needs nothing but this configuration.
   *
   * @throws IllegalArgumentException for an expression, pointer or path that is none
   */
  public static RestAdapter of(
      AgencyCode agency, RestConfig config, HttpTransport http, InstantSource clock) {
    return new RestAdapter(agency.value(), config, http, clock);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.copyOf(capabilities);
  }

  @Override
  public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
    return write(create, view.of(complaint), "", key);
  }

  @Override
  public DeliveryResult update(AgencyComplaint complaint, AgencyTicket ticket, IdempotencyKey key) {
    Writing by = update.orElseThrow(() -> cannot("update"));
    Map<String, Object> values = view.of(complaint);
    values.put("ticket", ticket.number());
    return write(by, values, ticket.number(), key);
  }

  @Override
  public List<String> written(AgencyComplaint complaint) {
    return view.texts(complaint);
  }

  private DeliveryResult write(
      Writing by, Map<String, Object> values, String ticket, IdempotencyKey key) {
    HttpCall call;
    try {
      call =
          endpoint.call(
              by.method(),
              by.path(values, ticket),
              Map.of("Accept", "application/json", "Idempotency-Key", key.value()),
              Optional.of(new HttpCall.Body("application/json", by.json(values))));
    } catch (ExpressionFailure e) {
      return new DeliveryResult.Refused(
          "mapping.failed", "the body for " + name + " " + e.getMessage() + "; nothing was sent");
    }
    try {
      return Outcome.of(by.rules(), ticket, call, http.exchange(call), clock.instant());
    } catch (HttpFailure e) {
      return HttpOutcome.of(e);
    }
  }

  @Override
  public DeliveryResult attach(AgencyTicket ticket, OutgoingFile file, IdempotencyKey key) {
    Attaching by = attaching.orElseThrow(() -> cannot("take files"));
    return new FileSending(name, endpoint, http, clock)
        .send(by, new Attaching.Sent(ticket, file, ""), key);
  }

  @Override
  public Lookup findFile(AgencyTicket ticket, OutgoingFile file) {
    FileSearch by = attaching.flatMap(Attaching::search).orElseThrow(() -> cannot("find files"));
    HttpCall call = get(by.path(ticket, file));
    try {
      return by.read(call, http.exchange(call), file.name());
    } catch (HttpFailure e) {
      return new Lookup.CannotTell(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Lookup find(Reference reference) {
    Search by = search.orElseThrow(() -> cannot("find"));
    HttpCall call = get(by.path().with(Map.of("reference", reference.value())));
    try {
      return by.read(call, http.exchange(call), reference.value());
    } catch (HttpFailure e) {
      return new Lookup.CannotTell(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public ChangePage changes(String cursor) {
    ChangeFeed from = feed.orElseThrow(() -> cannot("list changes"));
    String asked = cursor.isEmpty() ? from.start() : cursor;
    String limit = Integer.toString(from.limit());
    HttpCall call = get(from.path().with(Map.of("cursor", asked, "limit", limit)));
    try {
      HttpReply reply = http.exchange(call);
      if (!reply.isSuccess()) {
        throw HttpOutcome.unread(call, reply, clock.instant());
      }
      return from.read(call, reply, cursor);
    } catch (HttpFailure e) {
      throw HttpOutcome.unread(e);
    }
  }

  @Override
  public PushedMessage pushed(byte[] body) {
    return push.orElseThrow(() -> cannot("read pushed messages")).read(body);
  }

  /** By the form of a list first, then by that of a push: a change is kept without its way here. */
  @Override
  public PushedMessage reread(byte[] change) {
    JsonNode node;
    try {
      node = Json.read(change);
    } catch (IOException e) {
      return new PushedMessage.Broken(JsonFaults.code(e));
    }
    return Stream.concat(feed.map(ChangeFeed::item).stream(), push.map(PushForm::item).stream())
        .map(form -> form.readAll(List.of(node)))
        .filter(read -> !read.changes().isEmpty())
        .findFirst()
        .<PushedMessage>map(read -> new PushedMessage.Changes(read.changes(), List.of()))
        .orElseGet(() -> new PushedMessage.Broken("payload.shape"));
  }

  @Override
  public AgencyFile file(Attachment attachment, int bytesMax) {
    Optional<HttpCall> call = endpoint.file(attachment.url(), bytesMax);
    if (call.isEmpty()) {
      return new AgencyFile.Missing("address.not-the-agencys");
    }
    try {
      HttpReply reply = http.exchange(call.get());
      return reply.isSuccess()
          ? new AgencyFile.Here(type(reply), reply.body())
          : new AgencyFile.Missing("http." + reply.status());
    } catch (HttpFailure e) {
      return new AgencyFile.Missing("http." + e.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  private static String type(HttpReply reply) {
    return MEDIA_TYPE.matcher(reply.mediaType()).matches()
        ? reply.mediaType()
        : "application/octet-stream";
  }

  private HttpCall get(String path) {
    return endpoint.call("GET", path, Map.of("Accept", "application/json"), Optional.empty());
  }

  private IllegalStateException cannot(String what) {
    return new IllegalStateException(name + " is not configured to " + what);
  }

  @Override
  public String toString() {
    return "RestAdapter[" + name + "]";
  }

  /** Makes adapters of the type {@code rest}. */
  public static final class Factory implements AgencyAdapterFactory {
    @Override
    public String type() {
      return "rest";
    }

    @Override
    public AgencyAdapter create(AgencyCode agency, YamlMap settings, AdapterContext context) {
      RestConfig config = RestConfigReader.read(settings, context.directory());
      return RestAdapter.of(agency, config, context.http(), context.clock());
    }
  }
}
