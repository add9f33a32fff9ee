package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.runner.answer.ReconcileBusyException;
import id.aduan.lapor.runner.answer.ReconcileWork.Order;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.ComplaintFiles;
import id.aduan.lapor.sync.ComplaintIntake;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Following;
import id.aduan.lapor.sync.IntakeParts;
import id.aduan.lapor.sync.Reconciler;
import id.aduan.lapor.sync.Timekeeper;
import id.aduan.lapor.sync.Unfamiliar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One comparison at a time, and never another one than was ordered. */
@Tag("C5")
class ConnectorReconcileTest {
  @TempDir private Path folder;

  @Test
  void anOrderWithOtherTermsIsRefusedWhileOneIsUnderWay() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    try (JdbcStore store = JdbcStore.sqlite(folder.resolve("lapor.db"))) {
      ConnectorReconcile work = new ConnectorReconcile(reconciler(store, new Slow(answered)));
      assertThat(work.begin(new Order(false, "siti", "")).running()).isTrue();

      assertThatThrownBy(() -> work.begin(new Order(true, "siti", "")))
          .isInstanceOf(ReconcileBusyException.class);
      assertThat(work.begin(new Order(false, "budi", "")).running()).isTrue();

      answered.countDown();
      assertThat(work.await(Duration.ofMinutes(1)).running()).isFalse();
      assertThat(work.begin(new Order(true, "siti", "")).running()).isTrue();
      assertThat(work.await(Duration.ofMinutes(1)).running()).isFalse();
    }
  }

  private Reconciler reconciler(JdbcStore store, PortalReader portal) throws Exception {
    InstantSource time = InstantSource.fixed(Instant.parse("2026-11-23T04:00:00Z"));
    Path mapping = Files.writeString(folder.resolve("m.yaml"), "version: \"1\"\ndefault: dishub\n");
    Deadlines national = Deadlines.national();
    IntakeParts parts =
        new IntakeParts(
            new Silent(),
            Mappings.of(Mapping.load(mapping, Set.of("dishub"))),
            new Timekeeper(store, national),
            new CaseNotices(store, national, Notifications.NONE, target -> {}),
            code -> true,
            Unfamiliar.UNHEARD,
            target -> {},
            ComplaintFiles.NONE);
    ComplaintIntake intake = new ComplaintIntake(store, parts);
    return new Reconciler(store, portal, intake, Following.off(store), time);
  }

  /** A portal that takes its time, and then cannot be had. */
  private record Slow(CountDownLatch answered) implements PortalReader {
    @Override
    public PortalState complaint(TrackingId id) {
      throw FarEndException.unreachable("nobody is there");
    }

    @Override
    public Page changed(Optional<Instant> updatedSince, String place) {
      try {
        answered.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw FarEndException.unreachable("nobody is there");
    }
  }

  private static final class Silent implements PortalWriter {
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
}
