package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.assertSilentAboutPeopleAndSecrets;
import static id.aduan.lapor.testkit.ContractSteps.key;
import static id.aduan.lapor.testkit.ContractSteps.length;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.ContractSteps.withoutControls;
import static id.aduan.lapor.testkit.SampleComplaints.REPORTER_MARKER;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static id.aduan.lapor.testkit.SampleComplaints.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every agency adapter promises, as tests. Extend it, say which adapter speaks to which far
 * end, and implement the contract of each power that the adapter claims: {@link
 * AgencyFindContract}, {@link AgencyKeysContract}, {@link AgencyUpdateContract}, {@link
 * AgencyChangesContract}, {@link AgencyPushContract}. A power without its contract is a failure.
 *
 * <p>The adapter's deadline should be a second or two: one fault is silence.
 */
@Timeout(60)
public abstract class AgencyAdapterContract implements AgencyFixture {
  private static final long END_MILLIS_MAX = 20_000;
  private static final long PEEK_MILLIS = 10;

  /** Threads that are not the adapter's: the transport's, the far end's, the JVM's. */
  private static final List<String> OTHERS =
      List.of("HttpClient-", "faulty-http-server", "raw-server", "ForkJoinPool", "process reaper");

  @Test
  void thePowersThatItClaimsAreThoseThatAreTested() {
    Set<Capability> tested = EnumSet.noneOf(Capability.class);
    for (Capability power : Capability.values()) {
      boolean isTested =
          switch (power) {
            case FIND -> this instanceof AgencyFindContract;
            case HONOURS_KEYS -> this instanceof AgencyKeysContract;
            case UPDATE -> this instanceof AgencyUpdateContract;
            case CHANGES -> this instanceof AgencyChangesContract;
            case PUSH -> this instanceof AgencyPushContract;
            case ATTACH -> this instanceof AgencyAttachContract;
            case FIND_FILES -> this instanceof AgencyFindFileContract;
            case FILES_HONOUR_KEYS -> this instanceof AgencyFileKeysContract;
          };
      if (isTested) {
        tested.add(power);
      }
    }

    assertThat(tested).isEqualTo(adapter().capabilities());
  }

  @Test
  @Tag("C7")
  void opensOneTicketUnderOurReference() {
    DeliveryResult result = open(this, identified(OURS));

    StoredTicket stored = onlyTicket(this);
    assertThat(result).isEqualTo(new Accepted(stored.number()));
    assertThat(stored.reference()).isEqualTo(OURS);
  }

  @Test
  @Tag("C7")
  void sendsTheIdempotencyKey() {
    open(this, identified(OURS));

    assertThat(farEnd().recorded()).contains(key(OURS, "open").value());
  }

  @Test
  void longTextsArriveCutAndWholeBeside() {
    String title = "Jalan rusak ".repeat(15).substring(0, 169);
    String content = "Lubang di jalan \uD83D\uDEA7 ini. ".repeat(140);

    open(this, identified(OURS, title, content));

    StoredTicket stored = onlyTicket(this);
    assertThat(length(stored.title())).isLessThanOrEqualTo(limits().titleMax());
    assertThat(length(stored.content())).isLessThanOrEqualTo(limits().contentMax());
    List<String> everywhere = new ArrayList<>(stored.files());
    everywhere.add(stored.title() + "\n" + stored.content());
    assertThat(everywhere).anySatisfy(text -> assertThat(text).contains(title, content));
  }

  @Test
  @Tag("C24")
  void aReporterWhoIsWithheldIsNamedNowhere() {
    open(this, withheld(OURS));

    assertThat(farEnd().tickets()).hasSize(1);
    assertThat(farEnd().recorded()).doesNotContain(REPORTER_MARKER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kata \"kutip\" dan 'petik', \\ dan \\u0041",
        "<b>tebal</b> & &amp; <![CDATA[x]]> <!DOCTYPE x> <!-- y -->",
        "{{x}} ${x} #{x} ${jndi:ldap://x} $eval('1') %n %s",
        "Emoji \uD83D\uDE4F dan \u0627\u0644\u0639\u0631\u0628\u064A\u0629, baris\nbaru, tab\there",
        "'; DROP TABLE tiket; -- \u0001 habis"
      })
  void oddTextsArriveAsTheyAre(String text) {
    open(this, identified(OURS, "Judul " + text.replace('\n', ' '), "Isi laporan: " + text + "."));

    assertThat(withoutControls(onlyTicket(this).content()))
        .isEqualTo(withoutControls("Isi laporan: " + text + "."));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  @Tag("F29")
  @Tag("F31")
  @Tag("F32")
  @Tag("F38")
  @Tag("F39")
  @Tag("F40")
  @Tag("F33")
  @Tag("F37")
  void everyFaultEndsInAResultThatClaimsNoMoreThanIsProven(Fault fault) {
    farEnd().fail(fault);

    DeliveryResult result = open(this, identified(OURS));

    assertThat(fault.allows(result)).as("%s gave %s", fault, result).isTrue();
    assertSilentAboutPeopleAndSecrets(this, result.toString());
    if (fault == Fault.BUSY && result instanceof RetryLater later) {
      assertThat(later.after()).contains(Duration.ofMinutes(2));
    }
    assertThat(farEnd().recorded()).doesNotContain("/elsewhere");
    fault.hasHappened();
  }

  @Test
  @Tag("C24")
  void itsTextFormTellsNoSecret() {
    assertSilentAboutPeopleAndSecrets(this, adapter().toString());
  }

  @Test
  @Tag("C7")
  void closedInTheMiddleOfACallItEndsThatCallWithWhatIsProven() throws InterruptedException {
    Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    AgencyAdapter closing = another();
    AtomicReference<Object> end = new AtomicReference<>("no end");
    farEnd().fail(Fault.SILENCE);
    Thread call =
        new Thread(
            () -> {
              try {
                end.set(closing.open(identified(OURS), key(OURS, "open")));
              } catch (RuntimeException e) {
                end.set(e);
              }
            },
            "contract-call");
    call.start();
    while (farEnd().recorded().isEmpty() && call.isAlive()) {
      call.join(PEEK_MILLIS);
    }

    closing.close();
    call.join(END_MILLIS_MAX);

    assertThat(end.get()).isInstanceOf(DeliveryResult.Unknown.class);
    farEnd().recover();
    assertThat(leftBehind(before)).isEmpty();
  }

  /** The names of threads that were not there before, and do not end. */
  private static List<String> leftBehind(Set<Thread> before) throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && OTHERS.stream().noneMatch(thread.getName()::startsWith)) {
        TimeUnit.MILLISECONDS.timedJoin(thread, END_MILLIS_MAX / 4);
        if (thread.isAlive()) {
          names.add(thread.getName());
        }
      }
    }
    return names;
  }
}
