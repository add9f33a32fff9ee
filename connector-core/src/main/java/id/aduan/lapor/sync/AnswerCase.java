package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.SmsSecrets;
import id.aduan.lapor.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an answer's case asks of it as it stands now. Of a case that is not known or is damaged, the
 * worst is taken.
 *
 * @param secret whether the public may not read the report, and so no answer to it (C14)
 * @param writable whether an answer may be written in the stage that it is in
 * @param bySms whether it came by SMS, so that the portal's entries are kept without its secrets
 */
record AnswerCase(boolean secret, boolean writable, boolean bySms) {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerCase.class);

  static AnswerCase of(CaseStore store, Tx tx, TrackingId id) {
    try {
      return store
          .complaints()
          .find(tx, id)
          .map(record -> of(record.complaint()))
          .orElse(new AnswerCase(true, true, false));
    } catch (CorruptRowException | SealException e) {
      LOG.error("{}; its answer goes out as a secret one", e.getMessage());
      return new AnswerCase(true, true, true);
    }
  }

  private static AnswerCase of(Complaint complaint) {
    return new AnswerCase(
        complaint.visibility().secret().mayBeTrue(),
        Transitions.mayWrite(Transitions.Write.ANSWER, complaint.status().stage()),
        SmsSecrets.isSms(complaint.channel()));
  }

  /** An answer as it may go out; one that was taken as secret stays so. */
  FollowUp shown(FollowUp answer) {
    return secret && !answer.secret() ? answer.withheld() : answer;
  }

  /** The entry of an answer; its twin is that of its words. */
  NewEntry entry(PortalWriter portal, Lane lane, IdempotencyKey key, FollowUp answer) {
    return new NewEntry(
        lane, AnswerIntake.PUBLISH, key, ModelJson.write(answer), twin(portal, answer));
  }

  /** Of the form in which an entry of the portal that says the same is kept. */
  String twin(PortalWriter portal, FollowUp answer) {
    String words = answer.content();
    return Digests.of(portal.twin(bySms ? SmsSecrets.removed(words) : words));
  }
}
