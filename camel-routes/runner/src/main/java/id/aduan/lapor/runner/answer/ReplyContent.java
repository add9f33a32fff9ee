package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.Enclosure;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.sync.Replies;
import java.time.Instant;
import java.util.List;

/**
 * An answer with its words, for whoever decides of it. Its names are those of {@code replies show
 * --json}.
 *
 * @param secret whether only the reporter may read it on the portal
 * @param files how the agency calls those that go with it
 * @param enclosed those that a person put to it: while it waits what was handed in, and once it is
 *     approved what goes with it
 */
public record ReplyContent(
    long id,
    String trackingId,
    String agency,
    Replies.State state,
    Instant since,
    boolean secret,
    String text,
    List<String> files,
    List<Enclosed> enclosed) {

  public ReplyContent {
    files = List.copyOf(files);
    enclosed = List.copyOf(enclosed);
  }

  /** A file that a person put to it. */
  public record Enclosed(String name, String type, long bytes, String sha256) {
    static Enclosed of(Enclosure file) {
      return new Enclosed(file.name(), file.type(), file.bytes(), file.sha256());
    }
  }

  public static ReplyContent of(Replies.Held held) {
    FollowUp answer = held.followUp();
    return new ReplyContent(
        held.id(),
        answer.complaint().value(),
        answer.agency().value(),
        held.state(),
        held.madeAt(),
        answer.secret(),
        answer.content(),
        answer.attachments().stream().map(file -> file.fileName()).toList(),
        answer.enclosures().stream().map(Enclosed::of).toList());
  }
}
