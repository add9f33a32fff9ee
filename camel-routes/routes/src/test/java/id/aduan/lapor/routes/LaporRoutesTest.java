package id.aduan.lapor.routes;

import static org.apache.camel.model.ProcessorDefinitionHelper.filterTypeInOutputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.camel.LaporComponent;
import id.aduan.lapor.delivery.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.TryDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LaporRoutesTest extends RouteRig {
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final Duration OFTEN = Duration.ofMillis(20);
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(log);
  }

  private void start(Duration portalEvery, Duration agenciesEvery) throws Exception {
    context.addRoutes(new LaporRoutes(connector, new PollSchedule(portalEvery, agenciesEvery)));
    context.start();
  }

  private void countPolls(CamelContext camel, String route, AtomicInteger begun) {
    camel
        .getCamelContextExtension()
        .addInterceptStrategy(
            (same, step, target, next) ->
                exchange -> {
                  if (step instanceof ToDefinition && route.equals(exchange.getFromRouteId())) {
                    begun.incrementAndGet();
                  }
                  target.process(exchange);
                });
  }

  private List<ILoggingEvent> logged() {
    synchronized (log) {
      return List.copyOf(log.list);
    }
  }

  @Test
  void a_complaint_goes_to_its_agency_and_the_answer_to_the_portal() throws Exception {
    portal.receives("9200001", FOR_DISHUB);

    start(OFTEN, OFTEN);
    await().until(() -> dishub.tickets.contains("T-9200001"));
    dishub.answers("9200001");

    await().until(() -> portal.followUps.size() == 1);
    awaitState("9200001", State.DONE);
    assertThat(dishub.tickets).containsExactly("T-9200001");
  }

  @Test
  void the_first_polls_come_at_once() throws Exception {
    portal.receives("9200001", FOR_DINKES);

    start(SELDOM, SELDOM);

    await().until(() -> dinkes.tickets.contains("T-9200001"));
    await().until(() -> dishub.reads.get() == 1 && dinkes.reads.get() == 1);
  }

  @Test
  void each_target_and_each_poll_has_a_route_of_its_own() throws Exception {
    start(SELDOM, SELDOM);

    assertThat(context.getRoutes())
        .extracting(Route::getRouteId)
        .containsExactlyInAnyOrder(
            "deliver-dishub",
            "deliver-dinkes",
            "changes-to-portal",
            "portal-fetch",
            "portal-poll",
            "changes-dishub",
            "changes-dinkes",
            "portal-care",
            "deadlines");
  }

  @Test
  void a_poll_that_takes_long_is_not_joined_by_another() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    portal.beforeReading = () -> await().until(() -> go.getCount() == 0);
    countPolls(context, "portal-poll", begun);

    start(OFTEN, OFTEN);
    await().until(() -> dishub.reads.get() > 10);

    assertThat(begun).hasValue(1);
    go.countDown();
  }

  @Test
  @Tag("C16")
  void of_two_nodes_on_one_store_one_polls_in_each_interval() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    countPolls(context, "changes-dishub", asked);
    CamelContext other = new DefaultCamelContext();
    try {
      countPolls(other, "changes-dishub", asked);
      other.addRoutes(new LaporRoutes(connector, new PollSchedule(SELDOM, SELDOM)));
      other.start();
      start(SELDOM, SELDOM);

      await().until(() -> asked.get() == 2);
      await().until(() -> dishub.reads.get() > 0);
    } finally {
      other.stop();
    }
    context.stop();
    assertThat(dishub.reads).hasValue(1);
  }

  @Test
  void an_agency_that_hangs_does_not_hold_up_the_polls_of_another() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    dinkes.beforeReading = () -> await().until(() -> go.getCount() == 0);

    start(OFTEN, OFTEN);

    await().until(() -> dishub.reads.get() > 5);
    go.countDown();
  }

  @Test
  @Tag("S17")
  void a_poll_that_fails_is_told_in_one_line_without_personal_data_and_comes_again()
      throws Exception {
    dishub.beforeReading =
        () -> {
          throw new IllegalStateException("Siti ZZPII");
        };

    start(SELDOM, OFTEN);
    await().until(() -> dishub.reads.get() > 3);
    context.stop();

    assertThat(logged())
        .filteredOn(event -> event.getLoggerName().equals(FailedPoll.class.getName()))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            event ->
                assertThat(event.getFormattedMessage())
                    .isEqualTo(
                        "changes-dishub failed with java.lang.IllegalStateException; the next poll"
                            + " tries again"));
    assertNothingPersonalNorAnyTraceIsLogged();
  }

  @Test
  @Tag("C7")
  @Tag("S17")
  void a_delivery_that_fails_is_looked_up_and_no_body_is_logged() throws Exception {
    portal.receives("9200001", FOR_DISHUB);
    dishub.beforeStoring =
        () -> {
          dishub.beforeStoring = () -> {};
          dishub.tickets.add("T-9200001");
          throw new IllegalStateException("Siti ZZPII");
        };

    start(SELDOM, SELDOM);
    awaitState("9200001", State.DONE);

    assertThat(dishub.tickets).containsExactly("T-9200001");
    assertNothingPersonalNorAnyTraceIsLogged();
  }

  private void assertNothingPersonalNorAnyTraceIsLogged() {
    assertThat(logged())
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.getFormattedMessage()).doesNotContain("ZZPII");
              assertThat(event.getThrowableProxy()).isNull();
            });
  }

  @Test
  @Tag("S10")
  void every_address_is_known_before_the_start() throws Exception {
    start(SELDOM, SELDOM);

    assertThat(((ModelCamelContext) context).getRouteDefinitions())
        .hasSize(9)
        .allSatisfy(
            route ->
                assertThat(filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class))
                    .hasOnlyElementsOfTypes(
                        ToDefinition.class,
                        TryDefinition.class,
                        CatchDefinition.class,
                        ProcessDefinition.class));
  }

  @Test
  void a_context_with_another_connector_is_refused() throws Exception {
    try (LaporConnector other = build("other.db")) {
      context.getComponent("lapor", LaporComponent.class).setConnector(other);

      assertThat(catchThrowable(() -> start(SELDOM, SELDOM)))
          .hasMessage("the component lapor has another connector already");
    }
  }

  @Test
  void a_schedule_that_no_timer_can_keep_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PollSchedule(SELDOM, Duration.ZERO))
        .withMessage("agenciesEvery must be at least a millisecond: PT0S");
  }
}
