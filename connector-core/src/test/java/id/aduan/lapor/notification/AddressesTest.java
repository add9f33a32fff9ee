package id.aduan.lapor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.id", "penghubung+lapor@dishub.bintankab.go.id", "o'neil@x-y.example.go.id"})
  void a_plain_address_is_one(String text) {
    assertThat(new EmailAddress(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@b",
        "a@b@c.id",
        "@b.id",
        "a@.id",
        "a@b..id",
        "a.@b.id",
        "a b@c.id",
        "a@b.id\r\nBcc: x@y.id",
        "a@b.id\n",
        "a\u0000@b.id",
        "ä@b.id",
        "a@bä.id",
        "\"a\"@b.id",
        "A <a@b.id>",
        "a@b.id,c@d.id",
        "a@-b.id",
        "a@[127.0.0.1]"
      })
  @Tag("S4")
  void anything_else_is_none_and_is_not_shown(String text) {
    assertThatThrownBy(() -> new EmailAddress(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this is no plain e-mail address");
  }

  @Test
  void an_address_of_too_many_characters_is_none() {
    assertThat(EmailAddress.isOne("a".repeat(64) + "@b.id")).isTrue();
    assertThat(EmailAddress.isOne("a".repeat(65) + "@b.id")).isFalse();
    assertThat(EmailAddress.isOne("a@" + "b.".repeat(130) + "id")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "081234567890", "+62", "+62 812 3456 7890", "+628123456789012345"})
  void a_number_that_is_not_international_is_none(String text) {
    assertThat(PhoneNumber.isOne(text)).isFalse();
  }

  @Test
  @Tag("C24")
  void neither_shows_itself() {
    Contact contact =
        new Contact(
            Optional.of(new EmailAddress("a@b.id")),
            Optional.of(new PhoneNumber("+6281234567890")),
            Optional.empty());

    assertThat(contact.toString()).isEqualTo("Contact[EMAIL, SMS]");
    assertThat(contact.email().get().toString()).isEqualTo("***");
    assertThat(contact.phone().get().toString()).isEqualTo("***");
  }
}
