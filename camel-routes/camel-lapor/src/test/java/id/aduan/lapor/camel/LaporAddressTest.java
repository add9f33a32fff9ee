package id.aduan.lapor.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaporAddressTest {

  @ParameterizedTest
  @CsvSource({
    "deliveries/dishub, DELIVERIES, dishub",
    "changes, CHANGES, ''",
    "fetches, FETCHES, ''",
    "deliver, DELIVER, ''",
    "poll/portal, POLL, portal",
  })
  void a_path_names_an_operation_and_at_most_one_far_end(
      String path, LaporAddress.Operation operation, String name) {
    assertThat(LaporAddress.parse(path)).isEqualTo(new LaporAddress(operation, name));
    assertThat(LaporAddress.parse(path)).hasToString("lapor:" + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "deliveries", "deliveries/", "changes/dishub", "delivery/x", "Poll/x"})
  void any_other_path_is_refused_with_the_legal_ones(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LaporAddress.parse(path))
        .withMessage(
            "'lapor:%s' is no address; the addresses after 'lapor:' are deliveries/{agency},"
                + " changes, fetches, deliver, poll/portal, poll/deadlines"
                + " and poll/{agency}",
            path);
  }
}
