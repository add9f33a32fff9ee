package id.aduan.lapor.runner.admin;

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
import java.time.Duration;
import java.util.Optional;

/**
 * What waits for a person, acted on by the process that owns the store, asked over HTTP. Each act
 * takes at most 30 s; {@link AdminException} when there is no answer, and then it may have been
 * done all the same, {@link AdminRefusedException} when the order is none.
 */
public final class AdminWork implements ParkedWork {
  private static final Duration ACT_MAX = Duration.ofSeconds(30);
  private final AdminAnswers process;

  /** Asks a process that was greeted. */
  public AdminWork(AdminAnswers process) {
    this.process = process;
  }

  @Override
  public ParkedSelection select(ParkedSelection.Filter filter) {
    return process.done("/parked/select", filter, ParkedSelection.class, ACT_MAX);
  }

  @Override
  public ParkedResult plan(String id, ParkedOrder order) {
    return act(id, "plan", order, ParkedResult.class);
  }

  @Override
  public ParkedResult replay(String id, ParkedOrder order) {
    return act(id, "replay", order, ParkedResult.class);
  }

  @Override
  public ParkedResult discard(String id, ParkedOrder order) {
    return act(id, "discard", order, ParkedResult.class);
  }

  @Override
  public Optional<ParkedContent> content(String id, ParkedOrder order) {
    return shown(id, "content", order, ParkedContent.class);
  }

  @Override
  public Optional<ParkedRequest> request(String id, ParkedOrder order) {
    return shown(id, "request", order, ParkedRequest.class);
  }

  @Override
  public Optional<ReplyContent> reply(long id, ReplyOrder order) {
    try {
      return Optional.of(decided(id, "content", order, ReplyContent.class));
    } catch (AdminRefusedException e) {
      if (e.code().equals(AdminError.UNKNOWN_REPLY.code())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public ReplyFile.Result enclose(long id, ReplyFile file) {
    return process.done("/replies/" + id + "/files", file, ReplyFile.Result.class, ACT_MAX);
  }

  @Override
  public ReplyOrder.Result approve(long id, ReplyOrder order) {
    return decided(id, "approve", order, ReplyOrder.Result.class);
  }

  @Override
  public ReplyOrder.Result reject(long id, ReplyOrder order) {
    return decided(id, "reject", order, ReplyOrder.Result.class);
  }

  @Override
  public CaseOrder.Result assign(TrackingId id, CaseOrder order) {
    return coordinated(id, "assign", order);
  }

  @Override
  public CaseOrder.Result giveBack(TrackingId id, CaseOrder order) {
    return coordinated(id, "return", order);
  }

  @Override
  public FileOrder.Result retry(TrackingId id, FileOrder order) {
    return ofFiles(id, "retry", order);
  }

  @Override
  public FileOrder.Result release(TrackingId id, FileOrder order) {
    return ofFiles(id, "release", order);
  }

  @Override
  public FileOrder.Result taken(TrackingId id, FileOrder order) {
    return ofFiles(id, "taken", order);
  }

  private FileOrder.Result ofFiles(TrackingId id, String what, FileOrder order) {
    return process.done("/cases/" + id + "/files/" + what, order, FileOrder.Result.class, ACT_MAX);
  }

  private CaseOrder.Result coordinated(TrackingId id, String what, CaseOrder order) {
    return process.done("/cases/" + id + "/" + what, order, CaseOrder.Result.class, ACT_MAX);
  }

  private <T> T decided(long id, String what, ReplyOrder order, Class<T> type) {
    return process.done("/replies/" + id + "/" + what, order, type, ACT_MAX);
  }

  private <T> T act(String id, String what, ParkedOrder order, Class<T> type) {
    return process.done("/parked/" + id + "/" + what, order, type, ACT_MAX);
  }

  private <T> Optional<T> shown(String id, String what, ParkedOrder order, Class<T> type) {
    try {
      return Optional.of(act(id, what, order, type));
    } catch (AdminRefusedException e) {
      if (e.code().equals(AdminError.NOTHING_SHOWN.code())) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
