package id.aduan.lapor.runner.answer;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.delivery.TargetSwitch;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.DeadlineDesk;
import id.aduan.lapor.sync.RecapReading;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Answers from the store itself; each reads one consistent state of it. */
public final class StoreAnswers implements Answers {
  private final CaseStore store;
  private final Whereabouts whereabouts;
  private final InstantSource time;
  private final Optional<TargetSwitch> switching;
  private final Optional<DeadlineDesk> desk;

  /** There once somebody asks, since rules and calendars are read then, and once for all pages. */
  private final AtomicReference<Optional<RecapReading>> recaps =
      new AtomicReference<>(Optional.empty());

  public StoreAnswers(CaseStore store, Whereabouts whereabouts, InstantSource time) {
    this.store = store;
    this.whereabouts = whereabouts;
    this.time = time;
    this.switching = Optional.empty();
    this.desk = Optional.empty();
  }

  /** Of a connector that runs, and by it what is decided is carried out. */
  public StoreAnswers(LaporConnector connector, Whereabouts whereabouts, InstantSource time) {
    this.store = connector.store();
    this.whereabouts = whereabouts;
    this.time = time;
    this.switching = Optional.of(connector.agencies());
    this.desk = Optional.of(connector.deadlines());
  }

  @Override
  public StatusReport.Standing order(String target, AgencyOrder order) {
    return order.by(switching.orElseThrow(StoreAnswers::readOnly), target);
  }

  @Override
  public DeadlineReport deadlines(DeadlineFilter filter) {
    return store.read(tx -> DeadlineReport.of(store, tx, filter, whereabouts, time.instant()));
  }

  @Override
  public Optional<CaseExplanation> explain(TrackingId id, Language language) {
    Optional<RoutingStory> routing =
        RoutingStory.of(store, id, whereabouts.names().keySet(), time.instant());
    return store
        .read(tx -> CaseExplanation.of(store, tx, id, whereabouts, language, time.instant()))
        .map(it -> it.with(routing));
  }

  @Override
  public DeadlineOrder.Result record(TrackingId id, DeadlineOrder order) {
    return new DeadlineOrder.Result(order.by(desk.orElseThrow(StoreAnswers::readOnly), id));
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("open for reading only");
  }

  @Override
  public StatusReport status() {
    return store.read(tx -> StatusReport.of(store, tx, whereabouts, time.instant()));
  }

  @Override
  public Optional<CaseStory> show(TrackingId id) {
    return store.read(tx -> CaseStory.of(store, tx, id, whereabouts.names()));
  }

  @Override
  public MappingReport mappings() {
    return store.read(tx -> MappingReport.of(store, tx, time.instant()));
  }

  @Override
  public CategoryReport categories() {
    return CategoryReport.of(store, whereabouts.names().keySet(), time.instant());
  }

  @Override
  public FilingReport filings() {
    return store.read(tx -> FilingReport.of(store, tx, time.instant()));
  }

  @Override
  public Optional<FilingReport.Story> filing(FilingName name) {
    return store.read(tx -> FilingReport.of(store, tx, name));
  }

  @Override
  public ParkedReport parked(ParkedFilter filter) {
    return store.read(tx -> ParkedReport.of(store, tx, filter, time.instant()));
  }

  @Override
  public Optional<ParkedReport.Item> parked(String id) {
    return store.read(tx -> ParkedReport.find(store, tx, id, time.instant()));
  }

  @Override
  public ReplyReport replies() {
    return store.read(tx -> ReplyReport.of(store, tx, time.instant()));
  }

  @Override
  public RecapReading.Page recap(RecapOrder order) {
    RecapReading reading =
        recaps
            .updateAndGet(
                it ->
                    it.isPresent()
                        ? it
                        : Optional.of(new RecapReading(store, whereabouts.deadlines())))
            .orElseThrow();
    return order.from(store, reading, time.instant());
  }

  @Override
  public FileReport files(Optional<TrackingId> complaint) {
    return store.read(tx -> FileReport.of(store, tx, complaint));
  }

  @Override
  public Optional<LetterFacts> letter(TrackingId id, LetterOrder order) {
    return order.from(store, id, whereabouts, time.instant());
  }

  @Override
  public Optional<LetterOrder.Noted> letterMade(TrackingId id, LetterOrder order) {
    return order.made(store, id, time.instant());
  }

  @Override
  public CaseReport cases(CaseQueue.Filter filter) {
    return store.read(tx -> CaseReport.of(store, tx, filter, time.instant()));
  }
}
