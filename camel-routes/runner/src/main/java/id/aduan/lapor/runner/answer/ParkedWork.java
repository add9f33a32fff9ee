package id.aduan.lapor.runner.answer;

import java.util.Optional;

/**
 * What may be done with things that wait for a person, wherever it is asked for: of the store, or
 * of the process that owns the store. Each act is one transaction; ids are of the form {@link
 * ParkedReport#ID}. Safe for use by many threads.
 */
public interface ParkedWork extends CaseWork, FileWork {

  /** Which are meant. */
  ParkedSelection select(ParkedSelection.Filter filter);

  /** What {@link #replay} would answer now; changes nothing. */
  ParkedResult plan(String id, ParkedOrder order);

  /** Lets it go: a delivery goes out again, an arrival is read again. */
  ParkedResult replay(String id, ParkedOrder order);

  /** Settles it without its far end. */
  ParkedResult discard(String id, ParkedOrder order);

  /** What is kept of it; that it was shown is in the audit trail. Empty for none, or damaged. */
  Optional<ParkedContent> content(String id, ParkedOrder order);

  /** How it would go out; that it was shown is in the audit trail. Empty where it would not. */
  Optional<ParkedRequest> request(String id, ParkedOrder order);

  /** An agency's answer with its words, and that they were read is recorded; empty for none. */
  Optional<ReplyContent> reply(long id, ReplyOrder order);

  /** Keeps a file for an answer that waits; it goes only where {@link #approve} names it. */
  ReplyFile.Result enclose(long id, ReplyFile file);

  /** Lets an answer that waits go to the portal. */
  ReplyOrder.Result approve(long id, ReplyOrder order);

  /** Keeps an answer that waits from the portal. */
  ReplyOrder.Result reject(long id, ReplyOrder order);
}
