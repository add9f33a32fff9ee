package id.aduan.lapor.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.camel.LaporConstants;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.State;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The component lapor: in routes of a host's own. */
class LaporConsumerTest extends RouteRig {

  @BeforeEach
  void bind() {
    context.getRegistry().bind("connector", connector);
  }

  private void start(RouteBuilder routes) throws Exception {
    context.addRoutes(routes);
    context.start();
  }

  private void startWith(Processor before, Processor after) throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("lapor:deliveries/dishub")
                .routeId("dishub")
                .process(before)
                .to("lapor:deliver")
                .process(after);
            from("lapor:deliveries/dinkes").routeId("dinkes").to("lapor:deliver");
            from("lapor:changes").routeId("changes").to("lapor:deliver");
          }
        });
  }

  @Test
  void a_complaint_goes_out_by_one_route_and_its_answer_back_by_another() throws Exception {
    startWith(exchange -> {}, exchange -> {});

    arrives("9200001", FOR_DISHUB);
    awaitState("9200001", State.DONE);
    dishub.answers("9200001");
    context.createProducerTemplate().sendBody("lapor:poll/dishub", "");

    await().until(() -> portal.followUps.size() == 1);
    assertThat(dishub.tickets).containsExactly("T-9200001");
    assertThat(dinkes.tickets).isEmpty();
  }

  @Test
  @Tag("S3")
  void an_exchange_has_the_documented_headers_and_no_others() throws Exception {
    List<Exchange> seen = new CopyOnWriteArrayList<>();
    List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    startWith(
        exchange -> {
          seen.add(exchange);
          headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
          assertThat(exchange.getMessage().getBody()).isInstanceOf(Envelope.class);
          assertThat(exchange.getPattern()).isEqualTo(ExchangePattern.InOut);
        },
        exchange -> {});

    arrives("9200001", FOR_DISHUB);
    awaitState("9200001", State.DONE);

    assertThat(seen).hasSize(1);
    assertThat(headers.get(0))
        .containsOnlyKeys(
            LaporConstants.TRACKING_ID,
            LaporConstants.TARGET,
            LaporConstants.OPERATION,
            LaporConstants.IDEMPOTENCY_KEY,
            LaporConstants.ATTEMPTS)
        .containsEntry("CamelLaporTrackingId", "9200001")
        .containsEntry("CamelLaporTarget", "dishub")
        .containsEntry("CamelLaporOperation", "open")
        .containsEntry("CamelLaporAttempts", 0);
  }

  @Test
  @Tag("C7")
  void a_route_that_fails_after_sending_is_looked_up_and_nothing_is_sent_twice() throws Exception {
    startWith(
        exchange -> {},
        exchange -> {
          throw new IllegalStateException("Siti ZZPII");
        });

    arrives("9200001", FOR_DISHUB);
    awaitState("9200001", State.DONE);

    assertThat(dishub.tickets).containsExactly("T-9200001");
    assertThat(entries("9200001").get(0).reference()).isEqualTo("T-9200001");
    assertThat(entries("9200001").get(0).attempts()).isEqualTo(1);
  }

  @Test
  @Tag("C7")
  void a_route_that_fails_before_sending_sends_once_absence_is_proven() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    startWith(
        exchange -> {
          if (tries.getAndIncrement() == 0) {
            throw new IllegalStateException("Siti ZZPII");
          }
        },
        exchange -> {});

    arrives("9200001", FOR_DISHUB);
    awaitState("9200001", State.DONE);

    assertThat(dishub.tickets).containsExactly("T-9200001");
    assertThat(tries).hasValue(2);
  }

  @Test
  void a_route_may_answer_by_itself() throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("lapor:deliveries/dishub")
                .setBody(constant(new DeliveryResult.Accepted("BY-HAND-1")));
          }
        });

    arrives("9200001", FOR_DISHUB);
    awaitState("9200001", State.DONE);

    assertThat(entries("9200001").get(0).reference()).isEqualTo("BY-HAND-1");
    assertThat(dishub.tickets).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2} at once")
  @CsvSource({
    "lapor:deliveries/dishub?concurrencyMax=3, 1398, 3",
    "lapor:deliveries/dishub, 1398, 2",
    "lapor:deliveries/dinkes, 921, 6",
  })
  @Tag("C10")
  void at_most_so_many_are_under_way_as_the_address_or_else_the_connector_says(
      String from, String category, int expected) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(from)
                .process(
                    exchange -> {
                      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                      assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
                      underWay.decrementAndGet();
                    })
                .to("lapor:deliver");
          }
        });

    for (int i = 0; i < 9; i++) {
      portal.receives("920000" + i, category);
    }
    connector.portalPoll().pollOnce();
    await().until(() -> underWay.get() == expected);
    go.countDown();

    await().until(() -> dishub.tickets.size() + dinkes.tickets.size() == 9);
    assertThat(most).hasValue(expected);
  }

  @Test
  void a_stopped_route_gives_out_nothing_and_a_started_one_all_that_waited() throws Exception {
    startWith(exchange -> {}, exchange -> {});
    context.getRouteController().stopRoute("dishub");

    arrives("9200001", FOR_DISHUB);
    arrives("9200002", FOR_DINKES);
    awaitState("9200002", State.DONE);
    assertThat(entries("9200001").get(0).state()).isEqualTo(State.WAITING);
    context.getRouteController().startRoute("dishub");

    awaitState("9200001", State.DONE);
    assertThat(dishub.tickets).containsExactly("T-9200001");
  }

  @Test
  void a_suspended_route_gives_out_nothing_and_a_resumed_one_all_that_waited() throws Exception {
    startWith(exchange -> {}, exchange -> {});
    context.getRouteController().suspendRoute("dishub");

    arrives("9200001", FOR_DISHUB);
    arrives("9200002", FOR_DINKES);
    awaitState("9200002", State.DONE);
    assertThat(entries("9200001").get(0).state()).isEqualTo(State.WAITING);
    context.getRouteController().resumeRoute("dishub");

    awaitState("9200001", State.DONE);
  }

  @Test
  void stopping_waits_for_what_is_under_way_and_its_end_is_recorded() throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    dishub.beforeStoring =
        () -> {
          sending.countDown();
          await().until(() -> go.getCount() == 0);
        };
    startWith(exchange -> {}, exchange -> {});
    arrives("9200001", FOR_DISHUB);
    assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {

      Future<?> stopped =
          other.submit(
              () -> {
                context.getRouteController().stopRoute("dishub");
                return null;
              });
      go.countDown();
      stopped.get(60, TimeUnit.SECONDS);
    } finally {
      other.shutdownNow();
    }

    awaitState("9200001", State.DONE);
    assertThat(entries("9200001").get(0).attempts()).isEqualTo(1);
  }

  @Test
  void a_poll_leaves_the_body_as_it_was() throws Exception {
    context.start();
    portal.receives("9200001", FOR_DISHUB);

    Object body = context.createProducerTemplate().requestBody("lapor:poll/portal", "unchanged");

    assertThat(body).isEqualTo("unchanged");
    assertThat(entries("9200001")).hasSize(1);
  }
}
