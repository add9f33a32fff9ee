package id.aduan.lapor.camel;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C7")
class RouteTargetTest {
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  @Test
  void the_result_in_the_body_counts() {
    DeliveryResult result = new Accepted("T-1");
    exchange.getMessage().setBody(result);

    assertThat(RouteTarget.resultOf(exchange)).isSameAs(result);
  }

  @Test
  void a_route_that_fails_after_a_result_has_proven_nothing() {
    exchange.getMessage().setBody(new Accepted("T-1"));
    exchange.setException(new IllegalStateException("Siti Aminah, 0812"));

    assertThat(RouteTarget.resultOf(exchange))
        .isEqualTo(new Unknown("the route failed with java.lang.IllegalStateException"));
  }

  @Test
  void a_route_that_rolls_back_has_proven_nothing() {
    exchange.getMessage().setBody(new Accepted("T-1"));
    exchange.setRollbackOnly(true);

    assertThat(RouteTarget.resultOf(exchange))
        .isEqualTo(new Unknown("the route rolled back; nothing is proven"));
  }

  @Test
  void any_other_body_proves_nothing_and_is_not_quoted() {
    exchange.getMessage().setBody("Siti Aminah, 0812");

    assertThat(RouteTarget.resultOf(exchange))
        .isEqualTo(
            new Unknown("the route ended with java.lang.String and not with a DeliveryResult"));
  }

  @Test
  void an_empty_body_proves_nothing() {
    exchange.getMessage().setBody(null);

    assertThat(RouteTarget.resultOf(exchange))
        .isEqualTo(new Unknown("the route ended with an empty body and not with a DeliveryResult"));
  }
}
