package id.aduan.lapor.runner.answer;

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
 */
public record ReplyContent(
    long id,
    String trackingId,
    String agency,
    Replies.State state,
    Instant since,
    boolean secret,
    String text,
    List<String> files) {

  public ReplyContent {
    files = List.copyOf(files);
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
        answer.attachments().stream().map(file -> file.fileName()).toList());
  }
}
