package id.aduan.lapor.simulator.push;

/**
 * One event to push: its id stays the same over all tries, and so does its body.
 *
 * @param complaintId the lane it belongs to
 */
record PushEvent(String id, String complaintId, String body) {}
