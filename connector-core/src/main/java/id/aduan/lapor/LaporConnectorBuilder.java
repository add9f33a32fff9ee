package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.attachment.FileRules;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.RateLimit;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.delivery.Schedule;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalCategories;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.CoordinatorRules;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Exports;
import id.aduan.lapor.sync.FilingWay;
import id.aduan.lapor.sync.FollowSettings;
import id.aduan.lapor.sync.NightlyComparison;
import id.aduan.lapor.sync.PollSettings;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.TokenVerifier;
import id.aduan.lapor.webhook.WebhookCheck;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a connector is made of: a portal, at least one agency, a mapping and a store; all
 * else has a default. Not safe for use by many threads.
 */
public final class LaporConnectorBuilder {
  private static final Duration POLL_EVERY = Duration.ofMinutes(1);
  private static final int CONCURRENCY_MAX = 8;

  private @Nullable Portal portal;
  private @Nullable Mapping mapping;
  private @Nullable CaseStore store;
  private final Map<AgencyCode, AgencyAdapter> agencies = new TreeMap<>();
  private List<SigningSecret> secrets = List.of();
  private Optional<TokenVerifier> token = Optional.empty();
  private final Map<AgencyCode, Function<InstantSource, WebhookCheck>> agencyChecks =
      new TreeMap<>();
  private RetryPolicy retry = RetryPolicy.DEFAULT;
  private @Nullable Deadlines deadlines;
  private Notifications notifications = Notifications.NONE;
  private Optional<FileRules> files = Optional.empty();
  private Optional<Exports> exports = Optional.empty();
  private Optional<PortalFiler> filer = Optional.empty();
  private FilingSettings filing = FilingSettings.DEFAULT;
  private AnswerRules answers = AnswerRules.DEFAULT;
  private CoordinatorRules coordinator = CoordinatorRules.DEFAULT;
  private Duration pollEvery = POLL_EVERY;
  private PollSettings poll = PollSettings.DEFAULT;
  private Optional<FollowSettings> follow = Optional.empty();
  private Optional<NightlyComparison.When> reconcileAt = Optional.empty();
  private Optional<PortalCategories> categories = Optional.empty();
  private int concurrencyMax = CONCURRENCY_MAX;
  private final Map<String, Integer> concurrencyOfTarget = new TreeMap<>();
  private final Map<String, RateLimit> rates = new TreeMap<>();
  private Optional<Executor> executor = Optional.empty();
  private ConnectorListener listener = ConnectorListener.NONE;
  private String node = ManagementFactory.getRuntimeMXBean().getName();
  private InstantSource time = InstantSource.system();
  private RandomGenerator chance = new SecureRandom();

  LaporConnectorBuilder() {}

  public LaporConnectorBuilder portal(Portal newPortal) {
    portal = newPortal;
    return this;
  }

  /**
   * Adds an agency.
   *
   * @param code as the mapping calls it
   * @throws IllegalArgumentException for a code of another shape, or one that is the portal's
   */
  public LaporConnectorBuilder agency(String code, AgencyAdapter adapter) {
    if (Targets.isReserved(code)) {
      throw new IllegalArgumentException("no agency may be called '" + code + "'");
    }
    agencies.put(new AgencyCode(code), adapter);
    return this;
  }

  public LaporConnectorBuilder mapping(Mapping newMapping) {
    mapping = newMapping;
    return this;
  }

  /** Files reports of local systems on the portal; without it none are taken. */
  public LaporConnectorBuilder filing(PortalFiler newFiler, FilingSettings settings) {
    filer = Optional.of(newFiler);
    filing = settings;
    return this;
  }

  /** The store; the connector closes it. */
  public LaporConnectorBuilder store(CaseStore newStore) {
    store = newStore;
    return this;
  }

  /** The secrets that the portal may sign with. Without one no callback is taken (S2). */
  public LaporConnectorBuilder webhookSecrets(List<SigningSecret> newSecrets) {
    secrets = List.copyOf(newSecrets);
    return this;
  }

  /** For a portal that cannot sign: the token that it sends, instead of secrets (C3). */
  public LaporConnectorBuilder webhookToken(TokenVerifier newToken) {
    token = Optional.of(newToken);
    return this;
  }

  /**
   * Takes what this agency's system pushes, signed with one of these secrets. They are this
   * agency's alone: whoever has one speaks for it.
   *
   * @param code as {@link #agency} was told
   * @param newSecrets at least one (S2)
   */
  public LaporConnectorBuilder agencyWebhook(String code, List<SigningSecret> newSecrets) {
    List<SigningSecret> signed = List.copyOf(newSecrets);
    agencyChecks.put(new AgencyCode(code), clock -> new WebhookVerifier(signed, clock));
    return this;
  }

  /** The same for a system that cannot sign: the token that it sends, instead of secrets (C3). */
  public LaporConnectorBuilder agencyWebhook(String code, TokenVerifier newToken) {
    agencyChecks.put(new AgencyCode(code), clock -> newToken);
    return this;
  }

  public LaporConnectorBuilder retry(RetryPolicy newRetry) {
    retry = newRetry;
    return this;
  }

  /** Default: the national limit, in western Indonesian time. */
  public LaporConnectorBuilder deadlines(Deadlines newDeadlines) {
    deadlines = newDeadlines;
    return this;
  }

  /**
   * How officials are told what concerns them. Default: nobody is. The steps of its ladder are
   * those at which clocks warn, in place of those of {@link #deadlines}.
   */
  public LaporConnectorBuilder notifications(Notifications newNotifications) {
    notifications = newNotifications;
    return this;
  }

  /** How exports of the portal are taken in. Default: none are. */
  public LaporConnectorBuilder exports(Exports newExports) {
    exports = Optional.of(newExports);
    return this;
  }

  /** How files of complaints are kept; it closes the vault. Default: only addresses go on. */
  public LaporConnectorBuilder files(FileRules newFiles) {
    files = Optional.of(newFiles);
    concurrencyOfTarget.putIfAbsent(Targets.FILES, FileParts.AT_ONCE_MAX);
    return this;
  }

  /** What becomes of agencies' answers. Default: each goes to the portal at once. */
  public LaporConnectorBuilder answers(AnswerRules newAnswers) {
    answers = newAnswers;
    return this;
  }

  /** What the coordinator has a say in. Default: complaints go out at once. */
  public LaporConnectorBuilder coordinator(CoordinatorRules newCoordinator) {
    coordinator = newCoordinator;
    return this;
  }

  /** How often the portal and each agency are polled by {@link LaporConnector#start()}. */
  public LaporConnectorBuilder pollEvery(Duration newPollEvery) {
    pollEvery = newPollEvery;
    return this;
  }

  /** Whether the portal's list is polled where there is one, and how far back. Default: it is. */
  public LaporConnectorBuilder poll(PollSettings newPoll) {
    poll = newPoll;
    return this;
  }

  /**
   * How known complaints are read again by their numbers (portal-wire 2.10). Default: as {@link
   * FollowSettings#DEFAULT} says where the portal has no list, and else not at all.
   */
  public LaporConnectorBuilder follow(FollowSettings newFollow) {
    follow = Optional.of(newFollow);
    return this;
  }

  /** When both sides are compared each day, and what differs is repaired. Default: never. */
  public LaporConnectorBuilder reconcileAt(NightlyComparison.When when) {
    reconcileAt = Optional.of(when);
    return this;
  }

  /** Reads the portal's list of categories each day. Default: what ships counts. */
  public LaporConnectorBuilder categories(PortalCategories newCategories) {
    categories = Optional.of(newCategories);
    return this;
  }

  /** How many deliveries may be under way at one target at once. */
  public LaporConnectorBuilder concurrencyMax(int newConcurrencyMax) {
    concurrencyMax = newConcurrencyMax;
    return this;
  }

  /** The same for one target: an agency's code, or one of {@link Targets}. */
  public LaporConnectorBuilder concurrencyMax(String target, int newConcurrencyMax) {
    concurrencyOfTarget.put(target, newConcurrencyMax);
    return this;
  }

  /**
   * How many calls to one target may begin, over all nodes: an agency's code, or one of {@link
   * Targets}. Default: as many as its concurrency lets through.
   */
  public LaporConnectorBuilder rate(String target, RateLimit limit) {
    rates.put(target, limit);
    return this;
  }

  /**
   * Whose threads deliver; they are not ended with the connector. It needs as many as deliveries
   * may be under way, or one target that hangs holds up others. Default: threads of its own.
   */
  public LaporConnectorBuilder executor(Executor newExecutor) {
    executor = Optional.of(newExecutor);
    return this;
  }

  /** Who is told what the connector does; without one, nobody. */
  public LaporConnectorBuilder listener(ConnectorListener newListener) {
    listener = newListener;
    return this;
  }

  /**
   * What this process is called beside others on the same store, in {@code lapor_slot}. By default
   * its pid and the name of its host.
   *
   * @throws IllegalArgumentException for a name of no or more than 100 characters
   */
  public LaporConnectorBuilder node(String newNode) {
    node = BuilderChecks.node(newNode);
    return this;
  }

  /** Where time and chance come from, for tests. */
  public LaporConnectorBuilder world(InstantSource newTime, RandomGenerator newChance) {
    time = newTime;
    chance = newChance;
    return this;
  }

  /**
   * Builds the connector; nothing runs yet.
   *
   * @throws IllegalStateException when something is missing, or said in two ways; the message names
   *     it
   */
  public LaporConnector build() {
    BuilderChecks.requireAny(agencies);
    if (token.isPresent() && !secrets.isEmpty()) {
      throw new IllegalStateException("call webhookSecrets(...) or webhookToken(...), not both");
    }
    Mapping routes = BuilderChecks.given(mapping, "mapping");
    BuilderChecks.refuseUnknown(routes, agencies);
    agencyChecks.keySet().forEach(code -> BuilderChecks.requirePush(code, agencies.get(code)));
    return new LaporConnector(
        this,
        new Ingredients(
            BuilderChecks.given(portal, "portal"),
            Map.copyOf(agencies),
            routes,
            BuilderChecks.given(store, "store")));
  }

  Optional<WebhookCheck> webhookCheck(InstantSource clock) {
    return BuilderChecks.webhook(token, secrets, clock);
  }

  Map<AgencyCode, Function<InstantSource, WebhookCheck>> agencyChecks() {
    return agencyChecks;
  }

  Optional<FilingWay> filing(boolean reads) {
    return filer.map(it -> new FilingWay(it, filing, agencies.keySet(), reads));
  }

  RetryPolicy retry() {
    return retry;
  }

  Deadlines deadlines() {
    return BuilderChecks.warning(deadlines, notifications);
  }

  Notifications notifications() {
    return notifications;
  }

  AnswerRules answers() {
    return answers;
  }

  CoordinatorRules coordinator() {
    return coordinator;
  }

  PollSettings poll() {
    return poll;
  }

  /** No more at once than the rate of reading lets through. */
  FollowSettings follow(Portal portal) {
    boolean usual = portal.reads() && !portal.lists();
    FollowSettings settings = follow.orElse(FollowSettings.DEFAULT.with(usual));
    RateLimit rate = rates.get(Targets.PORTAL_READ);
    return rate == null ? settings : settings.upTo(rate.callsIn(Schedule.PORTAL_CARE_EVERY));
  }

  Optional<NightlyComparison.When> reconcileAt() {
    return reconcileAt;
  }

  Optional<PortalCategories> categories() {
    return categories;
  }

  Optional<FileRules> files() {
    return files;
  }

  Optional<Exports> exports() {
    return exports;
  }

  Duration pollEvery() {
    return pollEvery;
  }

  int concurrencyMax(String target) {
    return concurrencyOfTarget.getOrDefault(target, concurrencyMax);
  }

  Map<String, RateLimit> rates() {
    return rates;
  }

  Optional<Executor> executor() {
    return executor;
  }

  ConnectorListener listener() {
    return listener;
  }

  String node() {
    return node;
  }

  InstantSource time() {
    return time;
  }

  RandomGenerator chance() {
    return chance;
  }
}
