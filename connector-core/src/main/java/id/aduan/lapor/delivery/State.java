package id.aduan.lapor.delivery;

/** Where an outbox entry stands. Stored by its code: a code is never given a new meaning. */
public enum State {
  /** Nothing of it is at the far end; it goes out when it is due. */
  WAITING(0),
  /** Claimed and perhaps sent; its end is not recorded yet. */
  SENDING(1),
  /** It may be at the far end: to be looked up before anything else. */
  UNCERTAIN(2),
  /** Waits for a human; holds its lane. */
  PARKED(3),
  /** The far end has it. */
  DONE(4),
  /** Claimed to be looked up; its end is not recorded yet. */
  LOOKING_UP(5),
  /** It does not go out: a person decided so, or what it was for is over. */
  DISCARDED(6);

  private final int code;

  State(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Whether nothing more happens to it, and it holds its lane no longer. */
  public boolean isSettled() {
    return this == DONE || this == DISCARDED;
  }

  /**
   * The state of a stored code.
   *
   * @throws IllegalArgumentException for a code that no version has written
   */
  public static State ofCode(int code) {
    for (State state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new IllegalArgumentException("no outbox state has the code " + code);
  }
}
