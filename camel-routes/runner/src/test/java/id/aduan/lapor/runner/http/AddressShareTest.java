package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S22")
class AddressShareTest extends AddressShareRig {
  @Test
  void anAddressThatHasItsShareGivesAPlaceUpForTheNextOne() throws Exception {
    try (Socket first = connect();
        Socket second = connect()) {
      assertServed(first);
      assertServed(second);
      assertNewcomerServed();
      assertThat(first.getInputStream().read()).isEqualTo(-1);
      assertServed(second);
    }
  }
}
