package id.aduan.lapor.testkit.portal;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.testkit.Fault;
import java.util.List;

/**
 * Drives the portal, or the fake of one, that an implementation under test speaks to. Every method
 * returns when the effect can be seen.
 */
public interface PortalFarEnd {
  /** Forgets all complaints, ends any fault, and answers again. */
  void reset();

  /** A citizen files a complaint. */
  TrackingId file(FiledComplaint complaint);

  /** It is closed because nobody objected (Ditutup oleh Sistem). */
  void closeBySystem(TrackingId id);

  /** An admin archives it (Diarsipkan oleh Admin). */
  void archive(TrackingId id);

  /** The texts of all complaints that stand there, oldest first. */
  List<String> complaints();

  /** The agencies' answers that stand on a complaint, oldest first. */
  List<String> answers(TrackingId id);

  /** Answers every call in this way until it recovers. */
  void fail(Fault fault);

  /** Answers every call with this until it recovers, and does nothing. */
  void answerWith(int status, String contentType, String body);

  /** Ends any fault and keeps what stands there. */
  void recover();
}
