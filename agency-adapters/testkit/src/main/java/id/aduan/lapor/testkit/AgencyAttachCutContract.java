package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.attach;
import static id.aduan.lapor.testkit.ContractSteps.file;
import static id.aduan.lapor.testkit.ContractSteps.findFile;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.testkit.TcpFaultProxy.Direction;
import id.aduan.lapor.testkit.TcpFaultProxy.Ending;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A file's call is cut at every {@value #EVERY}th byte of the request and of its answer, and then
 * goes on as the engine does: what was not sent is sent, what nobody knows is looked up where that
 * can be, and else is left to a person. The file never stands there in part, and never twice.
 */
public interface AgencyAttachCutContract extends AgencyFixture {
  int EVERY = 17;
  int FILE_BYTES = 100;
  int STEPS_MAX = 10;

  /** Through which the adapter speaks to the far end. */
  TcpFaultProxy proxy();

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  @Tag("F69")
  default void aFileWhoseCallIsCutAnywhereStandsThereWholeAndOnceOrNotAtAll(Ending ending)
      throws InterruptedException {
    long sent = proxy().bytes(Direction.TO_SERVER);
    long told = proxy().bytes(Direction.TO_CLIENT);
    ticket();
    long request = proxy().bytes(Direction.TO_SERVER);
    long answer = proxy().bytes(Direction.TO_CLIENT);
    assertThat(request).isGreaterThan(sent);
    assertThat(answer).isGreaterThan(told);
    assertThat(attach(this, onlyTicket(this).number(), wanted())).isInstanceOf(Accepted.class);
    request = proxy().bytes(Direction.TO_SERVER) - request;
    answer = proxy().bytes(Direction.TO_CLIENT) - answer;

    int unknown = 0;
    for (long at = 0; at < request + EVERY; at += EVERY) {
      unknown += cut(Direction.TO_SERVER, Math.min(at, request), at >= request, ending);
    }
    for (long at = 0; at < answer + EVERY; at += EVERY) {
      unknown += cut(Direction.TO_CLIENT, Math.min(at, answer), true, ending);
    }

    assertThat(unknown).isGreaterThan((int) (request / EVERY / 2));
    Happened.times("F69", proxy().cuts(), "connections cut in the call of a file");
  }

  /** A ticket to put it to, at a far end that knows of nothing else. */
  private String ticket() {
    farEnd().reset();
    for (int i = 0; i < STEPS_MAX; i++) {
      if (open(this, identified(OURS)) instanceof Accepted) {
        return onlyTicket(this).number();
      }
    }
    throw new AssertionError("no ticket could be opened");
  }

  private static OutgoingFile wanted() {
    return file(1, "foto.jpg", FILE_BYTES);
  }

  /**
   * Cuts one call.
   *
   * @param whole whether the far end has all of the request
   * @return how many ends nobody knew
   */
  private int cut(Direction direction, long at, boolean whole, Ending ending)
      throws InterruptedException {
    String ticket = ticket();
    int cuts = proxy().cuts();
    proxy().cutAfter(direction, at, ending);
    DeliveryResult result = attach(this, ticket, wanted());
    assertThat(proxy().hasCut(cuts + 1)).as("cut %s at %d", direction, at).isTrue();
    proxy().forward();
    if (whole) {
      awaitStored();
    }
    int unknown = result instanceof Unknown ? 1 : 0;
    boolean isThere = settle(ticket, result);

    var stored =
        new FarEnd.StoredFile(onlyTicket(this).number(), wanted().name(), wanted().sha256());
    assertThat(farEnd().files())
        .as("cut %s at %d, then %s", direction, at, result)
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(stored::equals);
    if (isThere) {
      assertThat(farEnd().files()).hasSize(1);
    }
    return unknown;
  }

  /** A system may store after its client has gone; the engine waits for that before it asks. */
  private void awaitStored() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (farEnd().files().isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(farEnd().files()).hasSize(1);
  }

  /**
   * Goes on as the engine does.
   *
   * @return whether it is known to be there; false where a person is to look
   */
  private boolean settle(String ticket, DeliveryResult first) {
    DeliveryResult result = first;
    boolean looksUp = adapter().capabilities().contains(Capability.FIND_FILES);
    for (int i = 0; i < STEPS_MAX; i++) {
      if (result instanceof Accepted) {
        return true;
      }
      if (result instanceof Unknown && !looksUp) {
        return false;
      }
      if (result instanceof Unknown) {
        Lookup lookup = findFile(this, ticket, wanted());
        if (lookup instanceof Lookup.Found) {
          return true;
        }
        if (lookup instanceof Lookup.CannotTell) {
          continue;
        }
      } else {
        assertThat(result).isInstanceOf(RetryLater.class);
      }
      result = attach(this, ticket, wanted());
    }
    throw new AssertionError("it does not end: " + result);
  }
}
