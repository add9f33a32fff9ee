package id.aduan.lapor.bintan.desk;

import java.time.Instant;

/** A submission that an agency has taken in under a number of its own. */
public record Ticket(String number, Instant filedAt, Submission submission) {

  public String unit() {
    return submission.unit();
  }

  public String reference() {
    return submission.reference();
  }

  public String subject() {
    return submission.subject();
  }

  public String rawRequest() {
    return submission.rawRequest();
  }
}
