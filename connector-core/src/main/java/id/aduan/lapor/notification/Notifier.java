package id.aduan.lapor.notification;

import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Makes messages of notices: one per recipient and way, into the outbox and the log, in the
 * caller's transaction. The same notice a second time makes nothing (C3). Safe for use by many
 * threads.
 */
public final class Notifier {
  /** What the outbox calls a message. */
  public static final String NOTIFY = "notify";

  /** A coordinator stands below the others, who answer for a case. */
  private static final Comparator<Role> HIGHEST_FIRST =
      Comparator.comparing((Role role) -> role != Role.COORDINATOR)
          .thenComparing(Comparator.naturalOrder())
          .reversed();

  private final NotificationStores stores;
  private final Directory directory;
  private final Wording wording;
  private final Set<Channel> channels;
  private final Consumer<String> wake;

  /**
   * Makes a notifier.
   *
   * @param channels the ways that there are messengers for; a contact's other addresses rest
   * @param wake called with the target after a commit that put something into the outbox for it;
   *     must not block
   */
  public Notifier(
      NotificationStores stores,
      Directory directory,
      Wording wording,
      Set<Channel> channels,
      Consumer<String> wake) {
    this.stores = stores;
    this.directory = directory;
    this.wording = wording;
    this.channels = Set.copyOf(channels);
    this.wake = wake;
  }

  private record Address(Channel channel, String text) {}

  /**
   * Puts the messages of a notice into the outbox. Who has two of the offices gets one, as the
   * higher of them.
   *
   * @return how many are new; 0 too where nobody who is to be told has a contact
   */
  public int notify(Tx tx, Notice notice, Instant now) {
    int made = 0;
    Set<Address> told = new HashSet<>();
    for (Role role : notice.to().stream().sorted(HIGHEST_FIRST).toList()) {
      Optional<Contact> contact = directory.find(notice.agency(), role);
      Set<Channel> ways = new TreeSet<>(contact.map(Contact::channels).orElse(Set.of()));
      ways.retainAll(channels);
      for (Channel channel : ways) {
        boolean first = told.add(new Address(channel, contact.orElseThrow().address(channel)));
        made += first && make(tx, notice, role, channel, now) ? 1 : 0;
      }
    }
    return made;
  }

  private boolean make(Tx tx, Notice notice, Role role, Channel channel, Instant now) {
    Lane lane = new Lane(notice.lane(role), channel.target());
    IdempotencyKey key = IdempotencyKey.of(lane, NOTIFY, version(notice, role));
    Notification row =
        new Notification(
            key.value(),
            lane.complaint(),
            notice.agency(),
            role,
            channel,
            notice.kind(),
            notice.occasion(),
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            "");
    if (!stores.log().add(tx, row)) {
      return false;
    }
    byte[] payload = ModelJson.write(Draft.of(notice, role, channel, wording, now));
    boolean unused =
        stores.outbox().enqueue(tx, new NewEntry(lane, NOTIFY, key, payload, key.value()), now);
    tx.afterCommit(() -> wake.accept(channel.target()));
    return true;
  }

  private static String version(Notice notice, Role role) {
    String agency = notice.agency().map(code -> code.value()).orElse("");
    return String.join("\n", notice.kind().name(), agency, role.name(), notice.occasion());
  }
}
