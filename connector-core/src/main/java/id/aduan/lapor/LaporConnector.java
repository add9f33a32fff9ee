package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.DeliveryStore;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Dispatcher;
import id.aduan.lapor.delivery.Schedule;
import id.aduan.lapor.delivery.TargetSwitch;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.delivery.Turns;
import id.aduan.lapor.delivery.World;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.sync.AgencyDelivery;
import id.aduan.lapor.sync.AgencyPoll;
import id.aduan.lapor.sync.AgencyPushes;
import id.aduan.lapor.sync.AnswerIntake;
import id.aduan.lapor.sync.ArrivalDesk;
import id.aduan.lapor.sync.ArrivalReader;
import id.aduan.lapor.sync.CaseDesk;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.CatalogueDesk;
import id.aduan.lapor.sync.CatalogueRound;
import id.aduan.lapor.sync.ComplaintIntake;
import id.aduan.lapor.sync.DeadlineDesk;
import id.aduan.lapor.sync.DeadlineRound;
import id.aduan.lapor.sync.ExportFolder;
import id.aduan.lapor.sync.ExportImport;
import id.aduan.lapor.sync.FileDesk;
import id.aduan.lapor.sync.FilingDelivery;
import id.aduan.lapor.sync.FilingDesk;
import id.aduan.lapor.sync.FilingWay;
import id.aduan.lapor.sync.FollowRound;
import id.aduan.lapor.sync.Following;
import id.aduan.lapor.sync.IntakeParts;
import id.aduan.lapor.sync.MappingDesk;
import id.aduan.lapor.sync.NightlyComparison;
import id.aduan.lapor.sync.ParkedDesk;
import id.aduan.lapor.sync.PendingArrivals;
import id.aduan.lapor.sync.PortalFetch;
import id.aduan.lapor.sync.PortalPoll;
import id.aduan.lapor.sync.PortalRound;
import id.aduan.lapor.sync.Reception;
import id.aduan.lapor.sync.Reconciler;
import id.aduan.lapor.sync.ReplayPlanner;
import id.aduan.lapor.sync.ReplyDesk;
import id.aduan.lapor.sync.Timekeeper;
import id.aduan.lapor.sync.Unfamiliar;
import id.aduan.lapor.sync.WebhookIntake;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The connector between the portal and the agencies' systems. Complaints come in by {@link
 * #webhooks()} and {@link #portalPoll()}, go out to the agency that the mapping names, and the
 * agencies' public answers go back, read by {@link #agencyPolls()} or pushed to {@link
 * #agencyPushes()}.
 *
 * <p>{@link #start()} runs everything on threads of its own: deliveries, polls of the portal and of
 * each agency. A host that has a scheduler and routes of its own calls {@link #startEngine()}
 * instead, attaches {@link #targets()} to {@link #dispatcher()} as it likes, and calls the polls.
 *
 * <p>Promises: what was acknowledged is not lost (C1, C15); each complaint has one effect per
 * target (C3, C7); one agency's trouble does not hold up another (C10). Safe for use by many
 * threads. Start and close once.
 */
public final class LaporConnector implements AutoCloseable {
  private final CaseStore store;
  private final MappingParts mapping;
  private final Dispatcher dispatcher;
  private final TargetSwitch agencies;
  private final Map<String, DeliveryTarget> targets = new TreeMap<>();
  private final Map<AgencyCode, AgencyPoll> agencyPolls = new TreeMap<>();
  private final Map<AgencyCode, AgencyAdapter> adapters;
  private final PortalPoll portalPoll;
  private final PortalRound portalRound;
  private final Reconciler reconciler;
  private final PendingArrivals pending;
  private final Optional<WebhookIntake> webhooks;
  private final Optional<AgencyPushes> pushes;
  private final ParkedDesk parked;
  private final ArrivalDesk arrivals;
  private final Optional<FilingDesk> filings;
  private final ReplyDesk replies;
  private final CoordinatorParts coordinator;
  private final LaporConnectorBuilder settings;
  private final ContainedListener listener;
  private final InstantSource time;
  private final DeadlineParts deadlines;
  private final Turns turns;
  private final PollTimer timer;
  private final ExportParts exports;
  private final Optional<FileParts> files;

  LaporConnector(LaporConnectorBuilder settings, Ingredients parts) {
    this.settings = settings;
    this.listener = new ContainedListener(settings.listener());
    this.store = parts.store();
    this.adapters = parts.agencies();
    DeliveryStore stores = new DeliveryStore(store, store.claims(), store.targets(), store.audit());
    this.time = store.clock(settings.time());
    World world = World.of(time, settings.chance());
    this.dispatcher =
        new Dispatcher(
            stores, settings.retry(), world, settings.rates(), settings.executor(), listener);
    this.mapping = MappingParts.of(parts, time, dispatcher::tell);
    this.deadlines = DeadlineParts.of(store, settings, time, listener, dispatcher);
    Following following =
        new Following(store, settings.follow(parts.portal()), settings.chance(), dispatcher::tell);
    this.files = FileParts.of(settings, parts, time, dispatcher, mapping.mappings());
    this.coordinator = coordinator(parts);
    ComplaintIntake intake = coordinator.intake(following);
    AnswerIntake answers = answers(parts);
    this.replies = coordinator.replies(settings, dispatcher::wake);
    attachAgencies(answers);
    targets.put(Targets.PORTAL, coordinator.writes(adapters, settings));
    targets.put(Targets.PORTAL_READ, new PortalFetch(parts.portal(), store, intake, time));
    Optional<FilingWay> filing = settings.filing(parts.portal().reads());
    filing.ifPresent(
        way ->
            targets.put(
                Targets.PORTAL_FILING,
                new FilingDelivery(way, store, intake, time, dispatcher::wake)));
    targets.putAll(deadlines.targets(time, dispatcher::tell));
    this.agencies = new TargetSwitch(stores, world, targets.keySet(), listener, dispatcher::wake);
    this.portalPoll =
        new PortalPoll(store, parts.portal(), intake, time, settings.poll(), listener::polled);
    this.reconciler = new Reconciler(store, parts.portal(), intake, following, time);
    this.exports = ExportParts.of(settings.exports(), store, intake, parts.portal().reads(), time);
    Reception reception = new Reception(store, time, dispatcher::tell);
    this.pending = new PendingArrivals(reception, parts.portal(), intake);
    this.webhooks =
        settings.webhookCheck(time).map(check -> new WebhookIntake(reception, check, pending));
    this.pushes = PushParts.of(settings, adapters, answers, reception, time);
    this.turns = new Turns(store, store.slots(), settings.node(), time);
    this.portalRound = portalRound(following);
    this.timer = new PollTimer(turns, settings.pollEvery(), agencyPolls.size() + 4);
    this.parked = parkedDesk();
    this.filings = filing.map(way -> new FilingDesk(way, store, parked, time, dispatcher::wake));
    this.arrivals =
        new ArrivalDesk(store, new ArrivalReader(parts.portal(), intake, answers, adapters), time);
  }

  private CoordinatorParts coordinator(Ingredients parts) {
    IntakeParts intake =
        new IntakeParts(
            parts.portal(),
            mapping.mappings(),
            deadlines.timekeeper(),
            deadlines.notices(),
            this::updates,
            new Unfamiliar(listener::unfamiliar, listener::unexpectedTransition, dispatcher::tell),
            dispatcher::wake,
            FileParts.intake(files));
    return new CoordinatorParts(store, parts.portal(), intake, settings.coordinator(), time);
  }

  private AnswerIntake answers(Ingredients parts) {
    return new AnswerIntake(
        store,
        parts.portal(),
        deadlines.notices(),
        deadlines.timekeeper(),
        settings.answers().by(mapping.mappings()),
        dispatcher::wake);
  }

  private void attachAgencies(AnswerIntake answers) {
    files.ifPresent(it -> targets.putAll(it.targets()));
    Timekeeper timekeeper = deadlines.timekeeper();
    adapters.forEach(
        (code, adapter) -> {
          targets.put(
              code.value(),
              new AgencyDelivery(code, adapter, store, answers, timekeeper, time)
                  .followedBy(files.map(FileParts::delivering)));
          if (adapter.capabilities().contains(Capability.CHANGES)) {
            agencyPolls.put(
                code, new AgencyPoll(code, adapter, store, answers, time, listener::polled));
          }
        });
  }

  private PortalRound portalRound(Following following) {
    return new PortalRound(
        new FollowRound(store, following, time, dispatcher::wake),
        settings
            .reconcileAt()
            .map(
                when ->
                    new NightlyComparison(
                        store, reconciler, when, settings.node(), time, dispatcher::tell)),
        settings.categories().map(it -> new CatalogueRound(it, mapping.categories(), turns)));
  }

  private ParkedDesk parkedDesk() {
    ReplayPlanner planner =
        new ReplayPlanner(
            store, mapping.mappings(), Map.copyOf(targets), settings.retry().lookupSettle());
    return new ParkedDesk(
        store, planner, deadlines.timekeeper(), deadlines.notices(), time, dispatcher::wake);
  }

  private boolean updates(AgencyCode agency) {
    AgencyAdapter adapter = adapters.get(agency);
    return adapter != null && adapter.capabilities().contains(Capability.UPDATE);
  }

  public static LaporConnectorBuilder builder() {
    return new LaporConnectorBuilder();
  }

  /** Delivers and polls on threads of its own, until closed. */
  public void start() {
    startEngine();
    targets.forEach((name, target) -> dispatcher.attach(name, target, concurrencyMax(name)));
    timer.begin(Schedule.ofDeadlines(), deadlines.round()::runOnce);
    timer.begin(Targets.PORTAL, portalPoll::pollOnce);
    timer.begin(Schedule.ofPortalCare(), portalRound::runOnce);
    exports.begin(timer);
    agencyPolls.forEach((agency, poll) -> timer.begin(agency.value(), poll::pollOnce));
  }

  /**
   * Starts the engine alone: nothing is delivered until targets are attached. The mapping that the
   * builder was told counts from now on, unless its version is known already (D8).
   *
   * @throws id.aduan.lapor.yaml.ConfigurationFault when its version stands for another content
   */
  public void startEngine() {
    mapping.begin();
    dispatcher.start();
    pending.start();
  }

  /** The engine, to attach targets to. */
  public Dispatcher dispatcher() {
    return dispatcher;
  }

  /** Pauses the far ends, resumes them and switches them off. */
  public TargetSwitch agencies() {
    return agencies;
  }

  /** The far ends by name: each agency's code, those of the portal, and the ways of messages. */
  public Map<String, DeliveryTarget> targets() {
    return Map.copyOf(targets);
  }

  /** How many deliveries to a target may be under way at once, as the builder was told. */
  public int concurrencyMax(String target) {
    return settings.concurrencyMax(target);
  }

  /** Reads the portal's list once; for a scheduler. */
  public PortalPoll portalPoll() {
    return portalPoll;
  }

  /** What is to be asked of the portal beside its list; for a scheduler. */
  public PortalRound portalRound() {
    return portalRound;
  }

  /** Compares the portal's complaints with our cases. */
  public Reconciler reconciler() {
    return reconciler;
  }

  /** Imports exports of the portal; empty where the builder was told nothing that reads them. */
  public Optional<ExportImport> exports() {
    return exports.imports();
  }

  /** Looks once for exports in their folder, if there is one; for a scheduler. */
  public Optional<ExportFolder> exportFolder() {
    return exports.watch().map(ExportParts.Watch::folder);
  }

  /** When {@link #exportFolder} is to be looked at. */
  public Optional<Schedule> exportSchedule() {
    return exports.watch().map(ExportParts.Watch::schedule);
  }

  /**
   * Reads each agency's changes once; for a scheduler. Agencies that cannot list them are absent.
   */
  public Map<AgencyCode, AgencyPoll> agencyPolls() {
    return Map.copyOf(agencyPolls);
  }

  /**
   * Takes the portal's callbacks; empty without a secret or a token, since nothing could be
   * verified (S2).
   */
  public Optional<WebhookIntake> webhooks() {
    return webhooks;
  }

  /** Takes what agencies push; empty where none of them has a secret (S2). */
  public Optional<AgencyPushes> agencyPushes() {
    return pushes;
  }

  /**
   * This node's part in what is scheduled once for all nodes of a store; for a host's own
   * scheduler.
   */
  public Turns turns() {
    return turns;
  }

  /** The deadlines of cases, and what a person records of one for its clocks. */
  public DeadlineDesk deadlines() {
    return deadlines.desk();
  }

  /** What is to be done about clocks every few seconds; for a scheduler. */
  public DeadlineRound deadlineRound() {
    return deadlines.round();
  }

  /** What a person does with deliveries that wait for one (C12). */
  public ParkedDesk parked() {
    return parked;
  }

  /** What a person does with what was set aside on arrival (C12). */
  public ArrivalDesk arrivals() {
    return arrivals;
  }

  /** Takes reports of local systems, to be filed on the portal; empty where none are filed. */
  public Optional<FilingDesk> filings() {
    return filings;
  }

  /** What a person does with answers that wait for one before they go to the portal (D13). */
  public ReplyDesk replies() {
    return replies;
  }

  /** What a person does with the files of cases; empty where none are fetched. */
  public Optional<FileDesk> files() {
    return files.map(FileParts::desk);
  }

  /** What the coordinator does with cases (D13). */
  public CaseDesk cases() {
    return coordinator.desk(adapters.keySet());
  }

  /** The mappings that count. */
  public Mappings mappings() {
    return mapping.mappings();
  }

  /** Lets another mapping count. */
  public MappingDesk mappingDesk() {
    return mapping.desk();
  }

  /** Decides of the portal's lists of categories. */
  public CatalogueDesk categories() {
    return mapping.categories();
  }

  public CaseStore store() {
    return store;
  }

  /** Ends polls and deliveries, at most 25 s, then closes adapters and the store. */
  @Override
  public void close() {
    timer.stop();
    mapping.close();
    portalPoll.stop();
    reconciler.stop();
    deadlines.round().stop();
    pending.close();
    dispatcher.close();
    timer.close();
    try {
      adapters.forEach(Ingredients::close);
      deadlines.close();
      files.ifPresent(FileParts::close);
    } finally {
      store.close();
      listener.sumUp();
    }
  }
}
