package id.aduan.lapor.agency;

/** An optional power of an agency's system. Asked for, never cast for. */
public enum Capability {
  /** A ticket can be found by our reference. Without it an unknown outcome waits for a human. */
  FIND,
  /** A repeated open with the same key makes no second ticket, so it may simply be repeated. */
  HONOURS_KEYS,
  /** It can list what changed on its tickets. */
  CHANGES,
  /** What a ticket says can be set anew, so that later changes of the complaint reach it. */
  UPDATE,
  /** It pushes what changed on its tickets to us, and the adapter can read it. */
  PUSH,
  /** It takes the files of a complaint, each by a call of its own, after the ticket is there. */
  ATTACH,
  /** What files a ticket has can be asked. Without it an unknown end of attaching waits. */
  FIND_FILES,
  /** A repeated attach with the same key makes no second file, so it may simply be repeated. */
  FILES_HONOUR_KEYS
}
