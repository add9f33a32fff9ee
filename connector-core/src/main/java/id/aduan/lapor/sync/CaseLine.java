package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;

/** What the trail says of a complaint that came or changed: nothing of a person. Pure. */
final class CaseLine {
  private CaseLine() {}

  static String origin(Complaint complaint) {
    return "channel "
        + complaint.channel()
        + ", category "
        + complaint.category().map(category -> category.id()).orElse("none")
        + ", anonymous "
        + complaint.visibility().anonymous()
        + ", secret "
        + complaint.visibility().secret();
  }

  static String difference(Complaint before, Complaint after) {
    return before.status().equals(after.status())
        ? "details"
        : "status " + before.status().raw() + " -> " + after.status().raw();
  }
}
