package id.aduan.lapor.delivery;

/**
 * An outbox entry that the engine has claimed for one attempt.
 *
 * @param payload what goes out, in the form that its target reads; personal, so never logged
 * @param attempts how often it was sent before
 * @param lookUps how many look-ups in a row have not found it
 * @param epoch rises with every claim; a result counts only under the epoch it was claimed with
 *     (C17)
 * @param uncertain whether an earlier attempt may have been carried out, so that it has to be
 *     looked up before anything is sent
 * @param confirmedTwins how many entries of the same lane with the very same content are known to
 *     stand at the target, so that a look-up can tell one more from one of those
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record Envelope(
    long id,
    Lane lane,
    String operation,
    IdempotencyKey key,
    byte[] payload,
    int attempts,
    int lookUps,
    long epoch,
    boolean uncertain,
    int confirmedTwins) {

  /**
   * Whether claiming it takes from the retry budget. The look-ups that follow a first unknown end
   * do not: they are no repetition, and they are few (C7).
   */
  public boolean isRepeat() {
    return attempts > (uncertain ? 1 : 0);
  }

  @Override
  public String toString() {
    return "Envelope["
        + id
        + " "
        + operation
        + " "
        + lane.complaint()
        + " to "
        + lane.target()
        + "]";
  }
}
