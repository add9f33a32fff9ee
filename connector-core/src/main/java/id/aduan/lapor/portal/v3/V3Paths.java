package id.aduan.lapor.portal.v3;

import id.aduan.lapor.complaint.TrackingId;

/**
 * The paths of the calls, relative to the base (portal-wire 2.3; the list is ours, portal-wire 13).
 * {@code {id}} stands for the complaint's number.
 *
 * @param updatedSince the list's query parameter for an instant; empty if the portal has none
 */
public record V3Paths(
    String complaint, String followUps, String addFollowUp, String list, String updatedSince) {

  public static final V3Paths DEFAULT =
      new V3Paths(
          "/complaints/{id}/complaint",
          "/complaints/{id}/followups",
          "/complaints/followup/add",
          "/complaints",
          "updated_since");

  String complaintOf(TrackingId id) {
    return complaint.replace("{id}", id.value());
  }

  String followUpsOf(TrackingId id) {
    return followUps.replace("{id}", id.value());
  }
}
