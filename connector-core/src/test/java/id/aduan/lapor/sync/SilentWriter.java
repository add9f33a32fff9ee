package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalWriter;
import java.util.List;

/** A portal that nobody answers on. */
final class SilentWriter implements PortalWriter {
  @Override
  public DeliveryResult publish(FollowUp followUp, List<PortalFile> files, IdempotencyKey key) {
    throw new AssertionError("nothing is published here");
  }

  @Override
  public Lookup find(FollowUp followUp, int confirmedTwins) {
    throw new AssertionError("nothing is looked up here");
  }

  @Override
  public String twin(String content) {
    return content;
  }
}
