package id.aduan.lapor.simulator.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can go wrong, where it can happen, and what can be said about it. */
@SuppressWarnings("ImmutableEnumChecker") // both collections are immutable copies
public enum FaultKind {
  LATENCY(
      "the answer comes late",
      Place.CALLS,
      Parameter.of("millis", "\\d{1,6}", "1000", "how late"),
      Parameter.of("millisMax", "\\d{0,6}", "", "if given, a random time between both")),
  STATUS(
      "this HTTP status and nothing done",
      Place.CALLS,
      Parameter.of("status", "[45]\\d\\d", "503", "such as 429 or 503"),
      Parameter.of(
          "retryAfter", "[ -~]{0,40}", "", "a Retry-After, as it shall stand in the header")),
  GATEWAY_PAGE(
      "a page of the gateway in place of the portal's answer",
      Place.CALLS,
      Parameter.of("form", "xml|html|json", "xml", "its form"),
      Parameter.of("status", "[2-5]\\d\\d", "503", "its HTTP status, 200 too"),
      Parameter.of("effect", "yes|no", "no", "whether the portal did it all the same")),
  ERROR_BODY(
      "a success that holds an error",
      Place.CALLS,
      Parameter.of("effect", "yes|no", "yes", "whether the portal did it all the same")),
  LOST_REQUEST("the connection ends, nothing was done", Place.CALLS),
  LOST_ANSWER(
      "it is done, and the connection ends",
      Place.CALLS,
      Parameter.of("cut", "before|within", "before", "before the answer, or within it")),
  WITHOUT_ID("a success without the new complaint's id", EnumSet.of(Place.CREATE, Place.STREAM)),

  REPEATED_PAGE("a further page holds the rows of the one before", Paged.PLACES),
  SHIFTED_PAGE(
      "rows come or go at the head while pages are read",
      Paged.PLACES,
      Parameter.of(
          "rows", "-?[1-9]\\d?", "-1", "1: one came, seen twice; -1: one went, one is missed")),
  ENDLESS_PAGES("there always is a next page", Paged.PLACES),
  CURSOR_IGNORED("every page is the first", Paged.PLACES),
  SINCE_IGNORED("updated_since changes nothing", EnumSet.of(Place.LIST)),

  SAME_SECOND(
      "changes get the same time",
      EnumSet.of(Place.STAMP),
      Parameter.of("seconds", "[1-9]\\d{0,4}", "1", "times are cut to multiples of this")),
  LATE_ROW(
      "a change is stamped in the past",
      EnumSet.of(Place.STAMP),
      Parameter.of("by", Parameter.DURATION, "PT1H", "how long ago")),
  CLOCK_SKEW(
      "the portal's clock is wrong",
      EnumSet.of(Place.STAMP, Place.PUSH),
      Parameter.of("by", Parameter.DURATION, "PT10M", "fast by this; -PT10M is slow")),

  DRIFT(
      "another shape of a complaint, or of a follow-up",
      Described.PLACES,
      Parameter.of("how", "add|drop|retype|value", "add", "what happens to the field"),
      Parameter.of("field", "[a-z_]{1,40}", "kolom_baru", "which field"),
      Parameter.of("value", "\\P{Cntrl}{0,100}", "Kata Baru", "for add and value: its text")),
  WITHOUT_TEXT("a complaint or follow-up without its content", Described.PLACES),

  PUSH_REPEATED(
      "a webhook comes several times",
      EnumSet.of(Place.PUSH),
      Parameter.of("copies", "[1-9]\\d{0,3}", "2", "how often in all")),
  PUSH_SHUFFLED(
      "webhooks come in another order",
      EnumSet.of(Place.PUSH),
      Parameter.of("events", "[2-9]|[1-9]\\d{1,2}", "3", "how many are kept, to be mixed")),
  PUSH_DROPPED(
      "a webhook never comes",
      EnumSet.of(Place.PUSH),
      Parameter.of(
          "type", "[a-z.]{0,40}", "", "of this type; complaint.created: updates come first")),
  PUSH_ID_REUSED("a webhook comes under the id of the one before", EnumSet.of(Place.PUSH)),
  PUSH_IDS_RESET("ids of webhooks count from 1 again", EnumSet.of(Place.PUSH));

  private final String meaning;
  private final Set<Place> places;
  private final List<Parameter> parameters;

  FaultKind(String meaning, Set<Place> places, Parameter... parameters) {
    this.meaning = meaning;
    this.places = Set.copyOf(places);
    this.parameters = List.of(parameters);
  }

  /** The name in lower case, as the control API and the ledger write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String meaning() {
    return meaning;
  }

  public Set<Place> places() {
    return places;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** The kind of this name in lower case. */
  public static Optional<FaultKind> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** A holder, since an enum's constants come before its own statics. */
  private static final class Paged {
    static final Set<Place> PLACES = EnumSet.of(Place.LIST, Place.FOLLOWUPS);
  }

  private static final class Described {
    static final Set<Place> PLACES =
        EnumSet.of(Place.LIST, Place.DETAIL, Place.FOLLOWUPS, Place.PUSH);
  }
}
