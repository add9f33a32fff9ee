package id.aduan.lapor.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.aduan.lapor.LaporConnector;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaporEndpointFaultsTest extends RouteRig {

  private Throwable starting(String... fromAndTo) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            for (int i = 0; i < fromAndTo.length; i += 2) {
              from(fromAndTo[i]).routeId("route-" + i).to(fromAndTo[i + 1]);
            }
          }
        });
    Throwable failure = catchThrowable(context::start);
    assertThat(failure).isNotNull();
    while (failure.getCause() != null) {
      failure = failure.getCause();
    }
    return failure;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lapor:deliveries/dishup | lapor:deliver | 'lapor:deliveries/dishup' names nothing; the agencies of this connector are dinkes, dishub
          lapor:deliveries/portal | lapor:deliver | 'lapor:deliveries/portal' names nothing; the agencies of this connector are dinkes, dishub
          lapor:changes | lapor:poll/dishup | 'lapor:poll/dishup' names nothing; the polls of this connector are deadlines, dinkes, dishub, portal, portal-care
          lapor:deliver | lapor:deliver | 'lapor:deliver' is sent to; a route begins with lapor:deliveries/{agency}, lapor:changes or lapor:fetches
          lapor:changes | lapor:fetches | 'lapor:fetches' begins a route; a route sends to lapor:deliver, lapor:poll/portal, lapor:poll/deadlines or lapor:poll/{agency}
          lapor:delivery/dishub | lapor:deliver | 'lapor:delivery/dishub' is no address; the addresses after 'lapor:' are deliveries/{agency}, changes, fetches, deliver, poll/portal, poll/deadlines and poll/{agency}
          lapor:changes?concurrencyMax=0 | lapor:deliver | concurrencyMax must be at least 1: 0
          """,
      quoteCharacter = '"')
  void a_wrong_address_ends_the_start_with_one_sentence(String from, String to, String sentence)
      throws Exception {
    context.getRegistry().bind("connector", connector);

    assertThat(starting(from, to)).hasMessage(sentence);
  }

  @Test
  void two_routes_on_one_target_end_the_start() throws Exception {
    context.getRegistry().bind("connector", connector);

    assertThat(
            starting(
                "lapor:deliveries/dishub",
                "lapor:deliver",
                "lapor:deliveries/dishub?concurrencyMax=2",
                "lapor:deliver"))
        .hasMessage("the entries for dishub go to route route-0 already; route-2 cannot have them");
  }

  @Test
  void without_a_connector_the_start_ends() throws Exception {
    assertThat(starting("lapor:changes", "lapor:deliver"))
        .hasMessageStartingWith("the component lapor has no connector: set its option 'connector'");
  }

  @Test
  void of_two_connectors_none_is_guessed() throws Exception {
    try (LaporConnector other = build("other.db")) {
      context.getRegistry().bind("one", connector);
      context.getRegistry().bind("two", other);

      assertThat(starting("lapor:changes", "lapor:deliver"))
          .hasMessageStartingWith("the component lapor has no connector");
    }
  }

  @Test
  void only_an_envelope_can_be_delivered() throws Exception {
    context.getRegistry().bind("connector", connector);
    context.start();

    Throwable failure =
        catchThrowable(
            () -> context.createProducerTemplate().requestBody("lapor:deliver", "Siti ZZPII"));

    assertThat(failure).isInstanceOf(CamelExecutionException.class);
    assertThat(failure.getCause())
        .hasMessage(
            "lapor:deliver takes an Envelope, as a lapor: consumer gives it, and not"
                + " java.lang.String");
  }
}
