package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.RecapReading;
import java.util.Optional;

/**
 * What may be asked of a connector, wherever it is asked: of its store, or of the process that owns
 * the store. Safe for use by many threads; each answer is of one moment.
 */
public interface Answers {

  /** Queues by agency and state, what is parked, how far was read. */
  StatusReport status();

  /** The story of one case; empty when the store does not have it. */
  Optional<CaseStory> show(TrackingId id);

  /** What is due, by agency, at most of {@link DeadlineReport#CASES_MAX} cases. */
  DeadlineReport deadlines(DeadlineFilter filter);

  /** Why a case went where, and why its deadlines are on those days; empty for no such case. */
  Optional<CaseExplanation> explain(TrackingId id, Language language);

  /**
   * Records what a person says of a case.
   *
   * @throws IllegalArgumentException for an order of another form
   * @throws UnsupportedOperationException where the store is open for reading only
   */
  DeadlineOrder.Result record(TrackingId id, DeadlineOrder order);

  /**
   * Carries out what a person decided of a target.
   *
   * @throws IllegalArgumentException for a target that there is not, or a text of another form
   * @throws UnsupportedOperationException where the store is open for reading only
   */
  StatusReport.Standing order(String target, AgencyOrder order);

  /** The mappings that counted, count and will count, the youngest first (D8). */
  MappingReport mappings();

  /** Which list of the portal's categories counts, and which one waits for a person. */
  CategoryReport categories();

  /** The reports of local systems, the youngest first. */
  FilingReport filings();

  /** All of one report; empty for no such report. */
  Optional<FilingReport.Story> filing(FilingName name);

  /** What waits for a person (C12), oldest first, at most {@link ParkedReport#ITEMS_MAX}. */
  ParkedReport parked(ParkedFilter filter);

  /**
   * One thing that waits for a person; empty when nothing waits under this id.
   *
   * @param id as {@link #parked} tells it, of the form {@link ParkedReport#ID}
   */
  Optional<ParkedReport.Item> parked(String id);

  /** The answers that wait for a person before they go to the portal (D13). */
  ReplyReport replies();

  /**
   * A page of the cases of a period; the audit trail tells of the first.
   *
   * @throws IllegalArgumentException for an order of another form
   * @throws id.aduan.lapor.failure.StoreException where the store is open for reading only
   */
  RecapReading.Page recap(RecapOrder order);

  /** The files of a case; without one those of all cases that wait. */
  FileReport files(Optional<TrackingId> complaint);

  /**
   * What a letter says of a case, and that it was read is recorded; empty for no such case.
   *
   * @throws IllegalArgumentException for an order of another form
   * @throws id.aduan.lapor.failure.StoreException where the store is open for reading only
   */
  Optional<LetterFacts> letter(TrackingId id, LetterOrder order);

  /**
   * Records that the letter is made; empty for no such case.
   *
   * @throws IllegalArgumentException for an order of another form
   * @throws id.aduan.lapor.failure.StoreException where the store is open for reading only
   */
  Optional<LetterOrder.Noted> letterMade(TrackingId id, LetterOrder order);

  /** The cases that wait for the coordinator (D13), oldest first. */
  CaseReport cases(CaseQueue.Filter filter);
}
