package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.AdapterContext;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyAdapterFactory;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.ComplaintView;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.yaml.YamlMap;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks to any agency system with a document/literal SOAP service, as its {@link SoapConfig} and
 * its WSDL say.
 *
 * <p>Each call ends within the configured deadline. A SOAP fault is an unknown outcome unless the
 * system documents it as a refusal. Safe for use by many threads.
 */
public final class SoapAdapter implements AgencyAdapter {
  private final AgencyCode agency;
  private final SoapPort port;
  private final ComplaintView view;
  private final boolean honoursKeys;
  private final Forms forms;
  private final SoapCall create;
  private final Optional<SoapCall> update;
  private final Optional<SoapCall> find;
  private final Optional<SoapCall> changes;
  private final Optional<SoapCall> attach;
  private final Optional<SoapConfig.Attach> attaching;
  private final InstantSource clock;

  SoapAdapter(
      AgencyCode agency,
      SoapConfig config,
      SoapPort port,
      Forms forms,
      HttpTransport http,
      InstantSource clock) {
    this.agency = agency;
    this.port = port;
    this.forms = forms;
    this.clock = clock;
    honoursKeys = config.honoursKeys();
    view = new ComplaintView(config.zone(), config.limits());
    TransportConduit conduit =
        new TransportConduit(config.endpoint().over(http, clock), config.endpoint());
    create = port.call(forms.create().operation(), conduit);
    update = forms.update().map(it -> port.call(it.operation(), conduit));
    find = forms.find().map(it -> port.call(it.operation(), conduit));
    changes = forms.changes().map(it -> port.call(it.operation(), conduit));
    attaching = config.attach();
    attach = forms.attach().map(it -> port.call(it.operation(), conduit));
  }

  /**
   * Reads the WSDL; makes no connection.
   *
   * @throws IllegalArgumentException for a WSDL that cannot be used, or does not know what the
   *     configuration names
   */
  public static SoapAdapter of(
      AgencyCode agency, SoapConfig config, HttpTransport http, InstantSource clock) {
    SoapPort port = SoapPort.open(WsdlFile.read(config.wsdl()), config.service(), config.port());
    Forms forms =
        Forms.of(
            config,
            port.operations(),
            (section, key, message) -> {
              throw new IllegalArgumentException(section + ": " + message);
            });
    return new SoapAdapter(agency, config, port, forms, http, clock);
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    if (honoursKeys) {
      capabilities.add(Capability.HONOURS_KEYS);
    }
    update.ifPresent(it -> capabilities.add(Capability.UPDATE));
    find.ifPresent(it -> capabilities.add(Capability.FIND));
    changes.ifPresent(it -> capabilities.add(Capability.CHANGES));
    attaching.ifPresent(it -> capabilities.add(Capability.ATTACH));
    attaching
        .filter(SoapConfig.Attach::honoursKeys)
        .ifPresent(it -> capabilities.add(Capability.FILES_HONOUR_KEYS));
    return capabilities;
  }

  @Override
  public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
    return write(create, forms.create(), view.of(complaint), "", key);
  }

  @Override
  public DeliveryResult update(AgencyComplaint complaint, AgencyTicket ticket, IdempotencyKey key) {
    SoapCall call = update.orElseThrow(() -> cannot("update"));
    Map<String, Object> values = view.of(complaint);
    values.put(Forms.TICKET, ticket.number());
    return write(call, forms.update().orElseThrow(), values, ticket.number(), key);
  }

  @Override
  public List<String> written(AgencyComplaint complaint) {
    return view.texts(complaint);
  }

  private DeliveryResult write(
      SoapCall call,
      Forms.Form<SoapOutcome> form,
      Map<String, Object> values,
      String ticket,
      IdempotencyKey key) {
    SoapAnswer answer = call.invoke(form.request().write(values), Optional.of(key.value()));
    return form.reading().read(answer, ticket, clock.instant());
  }

  @Override
  public DeliveryResult attach(AgencyTicket ticket, OutgoingFile file, IdempotencyKey key) {
    SoapCall call = attach.orElseThrow(() -> cannot("take files"));
    Forms.Form<SoapOutcome> form = forms.attach().orElseThrow();
    SoapFile sent = new SoapFile(file, attaching.orElseThrow().mtom());
    Map<String, Object> values =
        Map.of(
            Forms.TICKET,
            ticket.number(),
            "reference",
            file.reference().value(),
            "fileName",
            file.name(),
            "contentType",
            file.type(),
            "base64",
            sent.marker());
    SoapAnswer answer = call.invoke(form.request().write(values), key.value(), sent);
    return form.reading().read(answer, file.name(), clock.instant());
  }

  @Override
  public Lookup find(Reference reference) {
    SoapCall call = find.orElseThrow(() -> cannot("find"));
    Forms.Form<SoapSearch> form = forms.find().orElseThrow();
    Map<String, Object> values = Map.of("reference", reference.value());
    return form.reading()
        .read(call.invoke(form.request().write(values), Optional.empty()), reference.value());
  }

  @Override
  public ChangePage changes(String cursor) {
    SoapCall call = changes.orElseThrow(() -> cannot("list changes"));
    Forms.Form<SoapFeed> form = forms.changes().orElseThrow();
    Map<String, Object> values =
        Map.of(
            "cursor",
            cursor.isEmpty() ? forms.start() : cursor,
            "limit",
            Integer.toString(form.reading().limit()));
    return form.reading()
        .read(call.invoke(form.request().write(values), Optional.empty()), cursor, clock.instant());
  }

  private IllegalStateException cannot(String what) {
    return new IllegalStateException(agency + " is not configured to " + what);
  }

  @Override
  public void close() {
    port.close();
  }

  @Override
  public String toString() {
    return "SoapAdapter[" + agency + "]";
  }

  /** Makes adapters of the type {@code soap}. */
  public static final class Factory implements AgencyAdapterFactory {
    @Override
    public String type() {
      return "soap";
    }

    @Override
    public AgencyAdapter create(AgencyCode agency, YamlMap settings, AdapterContext context) {
      return SoapConfigReader.read(settings, context.directory())
          .<AgencyAdapter>map(
              ready ->
                  new SoapAdapter(
                      agency,
                      ready.config(),
                      ready.port(),
                      ready.forms(),
                      context.http(),
                      context.clock()))
          .orElseGet(StandIn::new);
    }
  }

  /** Stands where the settings have faults; nobody uses it. */
  private static final class StandIn implements AgencyAdapter {
    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
      return new DeliveryResult.Refused("config.faulty", "the settings have faults");
    }

    @Override
    public Lookup find(Reference reference) {
      return new Lookup.CannotTell("the settings have faults");
    }

    @Override
    public ChangePage changes(String cursor) {
      return new ChangePage(List.of(), cursor, false);
    }
  }
}
