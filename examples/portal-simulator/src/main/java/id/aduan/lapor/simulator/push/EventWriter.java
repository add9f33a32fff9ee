package id.aduan.lapor.simulator.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.PortalEvent.Kind;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.state.Change;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.wire.ComplaintData;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Writes a change as the webhook's body (portal-wire 13). */
final class EventWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ComplaintData data;
  private final boolean thin;
  private final RandomGenerator chance;

  /** Used by one thread at a time. */
  EventWriter(ComplaintData data, boolean thin, RandomGenerator chance) {
    this.data = data;
    this.thin = thin;
    this.chance = chance;
  }

  PushEvent write(Change change) {
    Complaint complaint = change.complaint();
    ObjectNode body =
        MAPPER
            .createObjectNode()
            .put("type", type(change.kind()))
            .put("timestamp", complaint.updatedAt().toString());
    ObjectNode told = data(change);
    boolean counts = !thin && told.remove("revision") != null;
    if (counts) {
      body.put("revision", complaint.revision());
    }
    body.set("data", told);
    return new PushEvent(newId(), complaint.id(), body.toString());
  }

  /** A message about a complaint that the portal may not even have. */
  PushEvent strange(String complaintId, Instant at) {
    ObjectNode body =
        MAPPER.createObjectNode().put("type", "complaint.updated").put("timestamp", at.toString());
    body.putObject("data").put("complaint_id", complaintId);
    return new PushEvent(newId(), complaintId, body.toString());
  }

  private ObjectNode data(Change change) {
    if (thin) {
      return ComplaintData.thin(change.complaint());
    }
    ObjectNode full = data.of(change.complaint(), Place.PUSH);
    change.followUp().ifPresent(row -> full.set("followup", ComplaintData.followUp(row)));
    return full;
  }

  /** Random and not counted, so that a portal started anew repeats no id. */
  private String newId() {
    byte[] bytes = new byte[12];
    synchronized (chance) {
      chance.nextBytes(bytes);
    }
    return "msg_" + HexFormat.of().formatHex(bytes);
  }

  static String type(Kind kind) {
    return switch (kind) {
      case COMPLAINT_FILED -> "complaint.created";
      case COMPLAINT_ASSIGNED, COMPLAINT_FORWARDED -> "complaint.disposed";
      case FOLLOW_UP_RECEIVED, REPORTER_REPLIED -> "followup.created";
      case COMPLAINT_CLOSED -> "complaint.closed";
      case COMPLAINT_CHANGED -> "complaint.updated";
      case COMPLAINT_REMOVED, FAULT_HAPPENED, PUSH_DELIVERED, PUSH_FAILED ->
          throw new IllegalArgumentException("nothing that is pushed: " + kind);
    };
  }
}
