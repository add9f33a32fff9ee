package id.aduan.lapor.notification;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How an office is reached: by each way that it has an address for. Never logged. */
public record Contact(
    Optional<EmailAddress> email, Optional<PhoneNumber> phone, Optional<URI> webhook) {

  /** The ways that it can be reached by. */
  public Set<Channel> channels() {
    Set<Channel> ways = new TreeSet<>();
    email.ifPresent(it -> ways.add(Channel.EMAIL));
    webhook.ifPresent(it -> ways.add(Channel.WEBHOOK));
    phone.ifPresent(it -> ways.add(Channel.SMS));
    return ways;
  }

  /** Its address for a way; empty if it has none. */
  String address(Channel way) {
    return switch (way) {
      case EMAIL -> email.map(EmailAddress::value).orElse("");
      case WEBHOOK -> webhook.map(URI::toString).orElse("");
      case SMS -> phone.map(PhoneNumber::value).orElse("");
    };
  }

  @Override
  public String toString() {
    return "Contact" + channels();
  }
}
