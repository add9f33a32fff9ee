package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.ParkedAnswer.Refusal;
import java.time.Instant;

/** What a replay will do to a parked entry, or why it will not. */
sealed interface ReplayPlan {
  record No(Refusal why, String detail) implements ReplayPlan {
    No(Refusal why) {
      this(why, "");
    }
  }

  /** As it is. */
  record AsItIs(State next, Instant dueAt) implements ReplayPlan {}

  /** To the same agency, rendered anew. */
  record Rendered(NewEntry content, State next, Instant dueAt, CaseRecord routed)
      implements ReplayPlan {}

  /** To another agency; what waits in the old lane is in the new content. */
  record Rerouted(NewEntry content, CaseRecord routed, Assignment to, LegPlan legs)
      implements ReplayPlan {
    /** The same under a key that no entry has had. */
    NewEntry again(long instead) {
      IdempotencyKey key =
          IdempotencyKey.of(
              content.lane(), content.operation(), content.key() + " instead of " + instead);
      return new NewEntry(
          content.lane(), content.operation(), key, content.payload(), content.twin());
    }
  }

  /** The far end has it. */
  record There(String reference) implements ReplayPlan {}
}
