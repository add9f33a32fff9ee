package id.aduan.lapor.runner;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.CaseOrder;
import id.aduan.lapor.runner.answer.FileOrder;
import id.aduan.lapor.runner.answer.ParkedContent;
import id.aduan.lapor.runner.answer.ParkedOrder;
import id.aduan.lapor.runner.answer.ParkedRequest;
import id.aduan.lapor.runner.answer.ParkedResult;
import id.aduan.lapor.runner.answer.ParkedSelection;
import id.aduan.lapor.runner.answer.ParkedWork;
import id.aduan.lapor.runner.answer.ReplyContent;
import id.aduan.lapor.runner.answer.ReplyFile;
import id.aduan.lapor.runner.answer.ReplyOrder;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.sync.FileDesk;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What waits for a person, acted on by the connector itself, whether it runs or is only built.
 *
 * @param dryRun shows what would go out
 */
record ConnectorWork(LaporConnector connector, DryRun dryRun) implements ParkedWork {
  private static final String ARRIVAL = "in-";

  static ConnectorWork of(LaporConnector connector, RunnerConfig config, InstantSource time) {
    return new ConnectorWork(
        connector, new DryRun(config, connector.store(), time, new SecureRandom()));
  }

  @Override
  public ParkedSelection select(ParkedSelection.Filter filter) {
    return connector.store().read(tx -> ParkedSelection.of(connector.store(), tx, filter));
  }

  @Override
  public ParkedResult plan(String id, ParkedOrder order) {
    return ParkedResult.of(
        id,
        isArrival(id)
            ? connector.arrivals().plan(id)
            : connector.parked().plan(Long.parseLong(id), order.wish()));
  }

  @Override
  public ParkedResult replay(String id, ParkedOrder order) {
    return ParkedResult.of(
        id,
        isArrival(id)
            ? connector.arrivals().replay(id, order.operator())
            : connector.parked().replay(Long.parseLong(id), order.wish(), order.operator()));
  }

  @Override
  public ParkedResult discard(String id, ParkedOrder order) {
    return ParkedResult.of(
        id,
        isArrival(id)
            ? connector.arrivals().discard(id, order.operator())
            : connector.parked().discard(Long.parseLong(id), order.operator()));
  }

  @Override
  public Optional<ParkedContent> content(String id, ParkedOrder order) {
    Optional<byte[]> kept =
        isArrival(id)
            ? connector.arrivals().content(id, order.operator())
            : connector
                .parked()
                .content(Long.parseLong(id), order.operator())
                .map(envelope -> envelope.payload());
    return kept.map(bytes -> ParkedContent.of(id, bytes));
  }

  @Override
  public Optional<ParkedRequest> request(String id, ParkedOrder order) {
    return isArrival(id)
        ? Optional.empty()
        : connector
            .parked()
            .wouldSend(Long.parseLong(id), order.wish(), order.operator())
            .map(dryRun::of);
  }

  @Override
  public Optional<ReplyContent> reply(long id, ReplyOrder order) {
    return connector.replies().content(id, order.operator()).map(ReplyContent::of);
  }

  @Override
  public ReplyOrder.Result approve(long id, ReplyOrder order) {
    return ReplyOrder.Result.of(
        id,
        connector
            .replies()
            .approve(id, order.text(), order.files().orElse(List.of()), order.operator()));
  }

  @Override
  public ReplyFile.Result enclose(long id, ReplyFile file) {
    return ReplyFile.Result.of(
        id, connector.replies().enclose(id, file.name(), file.content(), file.operator()));
  }

  @Override
  public ReplyOrder.Result reject(long id, ReplyOrder order) {
    return ReplyOrder.Result.of(id, connector.replies().reject(id, order.operator()));
  }

  @Override
  public CaseOrder.Result assign(TrackingId id, CaseOrder order) {
    List<AgencyCode> codes = order.codes();
    return CaseOrder.Result.of(
        id,
        codes.isEmpty()
            ? connector.cases().confirm(id, order.proposal(), order.operator())
            : connector.cases().assign(id, codes, order.operator()));
  }

  @Override
  public CaseOrder.Result giveBack(TrackingId id, CaseOrder order) {
    return CaseOrder.Result.of(
        id, connector.cases().giveBack(id, order.institution(), order.operator()));
  }

  @Override
  public FileOrder.Result retry(TrackingId id, FileOrder order) {
    return done(id, desk -> desk.retry(id, order.which(), order.to(), order.operator()));
  }

  @Override
  public FileOrder.Result release(TrackingId id, FileOrder order) {
    return done(
        id,
        desk ->
            order.which().isPresent()
                    && desk.release(id, order.which().getAsInt(), order.operator()).isPresent()
                ? 1
                : 0);
  }

  @Override
  public FileOrder.Result taken(TrackingId id, FileOrder order) {
    return done(id, desk -> desk.taken(id, order.which(), order.operator()));
  }

  /** Where none are fetched there is nothing to do. */
  private FileOrder.Result done(TrackingId id, ToIntFunction<FileDesk> act) {
    return new FileOrder.Result(
        id.value(), connector.files().map(desk -> act.applyAsInt(desk)).orElse(0));
  }

  private static boolean isArrival(String id) {
    return id.startsWith(ARRIVAL);
  }
}
