package id.aduan.lapor.attachment;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file of a case, with how far it is. Its text form shows neither name nor address.
 *
 * @param place which file of the case it is, from 1; it stays the same
 * @param reason why it stands where it does, as a code; empty for what is as it should be
 * @param attempts how often it was asked for
 * @param findings what was found in it, as codes
 * @param original the bytes as they came, once they are here
 * @param copies what was made of it
 */
public record CaseFile(
    TrackingId complaint,
    int place,
    Attachment attachment,
    State state,
    String reason,
    int attempts,
    List<String> findings,
    Optional<StoredFile> original,
    List<FileCopy> copies,
    Instant since) {
  public CaseFile {
    findings = List.copyOf(findings);
    copies = List.copyOf(copies);
  }

  /** How far it is. */
  public enum State {
    /** It is still to be fetched. */
    WAITING,
    /** It is here and goes on. */
    HERE,
    /** It is here, and goes to nobody until a person says so. */
    QUARANTINED,
    /** It is not taken over: too large, too many, or of a kind that is not taken. */
    REFUSED,
    /** It could not be had: the portal has it no more, or gave up on it. */
    LOST
  }

  @Override
  public String toString() {
    return "CaseFile[" + complaint + " " + place + " " + state + "]";
  }
}
