package id.aduan.lapor.simulator.push;

/**
 * One event to push: its id stays the same over all tries, and so does its body.
 *
 * @param lane events of one lane go out one after the other
 */
record PushEvent(String id, String complaintId, String lane, String body) {
  /** In the lane of its complaint. */
  PushEvent(String id, String complaintId, String body) {
    this(id, complaintId, complaintId, body);
  }

  PushEvent withId(String newId) {
    return new PushEvent(newId, complaintId, lane, body);
  }

  /** In a lane of its own, so that it waits for no other. */
  PushEvent beside(int number) {
    return new PushEvent(id, complaintId, complaintId + "/" + number, body);
  }
}
