package id.aduan.lapor.runner.admin;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.runner.answer.AgencyOrder;
import id.aduan.lapor.runner.answer.Answers;
import id.aduan.lapor.runner.answer.CaseExplanation;
import id.aduan.lapor.runner.answer.CaseReport;
import id.aduan.lapor.runner.answer.CaseStory;
import id.aduan.lapor.runner.answer.CategoryReport;
import id.aduan.lapor.runner.answer.DeadlineFilter;
import id.aduan.lapor.runner.answer.DeadlineOrder;
import id.aduan.lapor.runner.answer.DeadlineReport;
import id.aduan.lapor.runner.answer.FileReport;
import id.aduan.lapor.runner.answer.FilingName;
import id.aduan.lapor.runner.answer.FilingReport;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.LetterFacts;
import id.aduan.lapor.runner.answer.LetterOrder;
import id.aduan.lapor.runner.answer.MappingReport;
import id.aduan.lapor.runner.answer.ParkedReport;
import id.aduan.lapor.runner.answer.RecapOrder;
import id.aduan.lapor.runner.answer.ReconcileWork;
import id.aduan.lapor.runner.answer.ReplyReport;
import id.aduan.lapor.runner.answer.StatusReport;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.RecapReading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers of the process that owns the store, asked over HTTP. Each takes at most 10 s; {@link
 * AdminException} when there is none.
 */
public final class AdminAnswers implements Answers {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final Duration PAGE = Duration.ofSeconds(60);
  private static final Duration GREETING = Duration.ofSeconds(2);
  private final AdminFile where;
  private final AdminCall call;

  /** Asks without a greeting first. */
  AdminAnswers(AdminFile where) {
    this.where = where;
    this.call = new AdminCall(where);
  }

  /**
   * Greets the process, so that nobody else at its address is taken for it.
   *
   * @throws AdminException when it does not answer, or another one does
   */
  public static AdminAnswers of(AdminFile where) {
    AdminAnswers answers = new AdminAnswers(where);
    AdminApi.About about = answers.required("", AdminApi.About.class, GREETING);
    if (!about.product().equals(AdminApi.About.PRODUCT) || about.pid() != where.pid()) {
      throw answers.foreign();
    }
    return answers;
  }

  @Override
  public StatusReport status() {
    return required("/status", StatusReport.class, USUAL);
  }

  @Override
  public Optional<CaseStory> show(TrackingId id) {
    return asked("/cases/" + id.value(), CaseStory.class, USUAL, AdminError.UNKNOWN_CASE);
  }

  @Override
  public DeadlineReport deadlines(DeadlineFilter filter) {
    return required("/deadlines" + DeadlineQuery.of(filter), DeadlineReport.class, USUAL);
  }

  @Override
  public Optional<CaseExplanation> explain(TrackingId id, Language language) {
    return asked(
        "/cases/" + id.value() + "/explanation" + DeadlineQuery.of(language),
        CaseExplanation.class,
        USUAL,
        AdminError.UNKNOWN_CASE);
  }

  @Override
  public DeadlineOrder.Result record(TrackingId id, DeadlineOrder order) {
    return done("/cases/" + id.value() + "/events", order, DeadlineOrder.Result.class, USUAL);
  }

  @Override
  public ParkedReport parked(ParkedFilter filter) {
    return required("/parked" + ParkedQuery.of(filter), ParkedReport.class, USUAL);
  }

  @Override
  public Optional<ParkedReport.Item> parked(String id) {
    return asked("/parked/" + id, ParkedReport.Item.class, USUAL, AdminError.UNKNOWN_PARKED);
  }

  @Override
  public StatusReport.Standing order(String target, AgencyOrder order) {
    return done("/agencies/" + target, order, StatusReport.Standing.class, USUAL);
  }

  AdminFile where() {
    return where;
  }

  @Override
  public MappingReport mappings() {
    return required("/mappings", MappingReport.class, USUAL);
  }

  @Override
  public CategoryReport categories() {
    return required("/categories", CategoryReport.class, USUAL);
  }

  @Override
  public FilingReport filings() {
    return required("/filings", FilingReport.class, USUAL);
  }

  @Override
  public Optional<FilingReport.Story> filing(FilingName name) {
    return asked(
        "/filings?of=" + URLEncoder.encode(name.text(), StandardCharsets.UTF_8),
        FilingReport.Story.class,
        USUAL,
        AdminError.UNKNOWN_FILING);
  }

  @Override
  public ReplyReport replies() {
    return required("/replies", ReplyReport.class, USUAL);
  }

  @Override
  public RecapReading.Page recap(RecapOrder order) {
    return done("/recap", order, RecapReading.Page.class, PAGE);
  }

  @Override
  public FileReport files(Optional<TrackingId> complaint) {
    return required(
        complaint.map(id -> "/cases/" + id.value() + "/files").orElse("/files"),
        FileReport.class,
        USUAL);
  }

  @Override
  public Optional<LetterFacts> letter(TrackingId id, LetterOrder order) {
    return ordered("/cases/" + id.value() + "/letter", order, LetterFacts.class);
  }

  @Override
  public Optional<LetterOrder.Noted> letterMade(TrackingId id, LetterOrder order) {
    return ordered("/cases/" + id.value() + "/letter/made", order, LetterOrder.Noted.class);
  }

  private <T> Optional<T> ordered(String path, LetterOrder order, Class<T> type) {
    try {
      return Optional.of(done(path, order, type, PAGE));
    } catch (AdminRefusedException e) {
      if (e.code().equals(AdminError.UNKNOWN_CASE.code())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public CaseReport cases(CaseQueue.Filter filter) {
    return required("/cases" + CaseQuery.of(filter), CaseReport.class, USUAL);
  }

  /** How the comparison stands, once it has ended or after a while. */
  ReconcileWork.Standing reconciling(Duration deadline) {
    return required("/reconcile", ReconcileWork.Standing.class, deadline);
  }

  private <T> T required(String path, Class<T> type, Duration deadline) {
    AdminCall.Told told = call.get(path, deadline);
    return parsed(told, type);
  }

  /** Empty for the one error that means "there is none". */
  private <T> Optional<T> asked(String path, Class<T> type, Duration deadline, AdminError none) {
    AdminCall.Told told = call.get(path, deadline);
    boolean isNone =
        told.status() == none.status()
            && Json.read(told.body(), Problem.class)
                .filter(problem -> problem.code().equals(none.code()))
                .isPresent();
    return isNone ? Optional.empty() : Optional.of(parsed(told, type));
  }

  /**
   * Asks for something to be done; what the API refuses comes as {@link AdminRefusedException} with
   * its code.
   */
  <T> T done(String path, Object body, Class<T> type, Duration deadline) {
    AdminCall.Told told = call.post(path, body, deadline);
    if (told.status() >= 400 && told.status() < 500 && told.status() != 401) {
      Problem problem = Json.read(told.body(), Problem.class).orElseThrow(this::foreign);
      throw new AdminRefusedException(problem.code(), problem.title());
    }
    return parsed(told, type);
  }

  /**
   * Hands something in; what is refused is told by the same kind of answer as what is taken. An
   * answer of another kind is {@link AdminRefusedException} with its code.
   */
  <T> T handed(String path, String json, Class<T> type, Duration deadline) {
    AdminCall.Told told = call.send(path, json, deadline);
    Optional<T> answer = Json.read(told.body(), type);
    if (answer.isPresent()) {
      return answer.get();
    }
    if (told.status() >= 400 && told.status() < 500 && told.status() != 401) {
      Problem problem = Json.read(told.body(), Problem.class).orElseThrow(this::foreign);
      throw new AdminRefusedException(problem.code(), problem.title());
    }
    return parsed(told, type);
  }

  private record Problem(String code, String title) {}

  private <T> T parsed(AdminCall.Told told, Class<T> type) {
    if (told.status() != 200) {
      throw new AdminException(
          "the connector at %s (pid %d) answered %d"
              .formatted(where.address(), where.pid(), told.status()),
          null);
    }
    return Json.read(told.body(), type).orElseThrow(this::foreign);
  }

  private AdminException foreign() {
    return new AdminException(
        "what answers at %s is not the connector with pid %d"
            .formatted(where.address(), where.pid()),
        null);
  }
}
