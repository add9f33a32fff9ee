package id.aduan.lapor.runner.config;

import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.PhoneNumber;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The key {@code contacts} of an agency or of the region: how each office is reached. */
final class ContactsSection {
  private ContactsSection() {}

  /**
   * Reads them.
   *
   * @param common whether those of the region, or those of one agency
   */
  static Map<Role, Contact> read(YamlMap side, boolean common) {
    Map<Role, Contact> contacts = new EnumMap<>(Role.class);
    side.optionalMap("contacts").ifPresent(it -> read(it, common, contacts));
    return contacts;
  }

  private static void read(YamlMap written, boolean common, Map<Role, Contact> contacts) {
    Role[] roles =
        Arrays.stream(Role.values()).filter(it -> it.isCommon() == common).toArray(Role[]::new);
    written.rejectUnknownKeys(Arrays.stream(roles).map(Role::key).toArray(String[]::new));
    for (Role role : roles) {
      written.optionalMap(role.key()).ifPresent(it -> contacts.put(role, contact(it)));
    }
  }

  private static Contact contact(YamlMap written) {
    written.rejectUnknownKeys("email", "phone", "webhook", "tls");
    if (Stream.of("email", "phone", "webhook").noneMatch(written::has)) {
      written.problem("the contact has no address", "write one of email, phone and webhook");
    }
    return new Contact(
        email(written, "email"),
        checked(written, "phone", PhoneNumber::isOne, "number", PhoneNumber.HINT)
            .map(PhoneNumber::new),
        HttpEndpoint.readUri(written, "webhook"));
  }

  /** A plain address; anything else is noted, and not shown. */
  static Optional<EmailAddress> email(YamlMap written, String key) {
    return checked(written, key, EmailAddress::isOne, "e-mail address", EmailAddress.HINT)
        .map(EmailAddress::new);
  }

  private static Optional<String> checked(
      YamlMap written, String key, Predicate<String> test, String what, String hint) {
    Optional<YamlScalar> value = written.scalar(key);
    if (value.isPresent() && !test.test(value.get().text())) {
      value.get().problem("'" + key + "' is no plain " + what, hint);
      return Optional.empty();
    }
    return value.map(YamlScalar::text);
  }
}
