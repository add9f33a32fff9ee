package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.profile.Listing;
import id.aduan.lapor.portal.profile.Paging;
import id.aduan.lapor.portal.profile.Paging.ByCursor;
import id.aduan.lapor.portal.profile.Paging.ByLink;
import id.aduan.lapor.portal.profile.Paging.ByNumber;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads lists by whatever paging they have. Safe for use by many threads. */
final class V3Pages {
  /** More pages of one list are not read at once. */
  static final int PAGES_MAX = 200;

  /** More items of one list are not kept at once. */
  static final int ITEMS_MAX = 20_000;

  /** More of one list is not kept at once, written as JSON. */
  static final long BYTES_MAX = 20_000_000;

  private static final int PLACE_CHARS_MAX = 2_000;

  /** A step out of a folder, however it is written, and what some far ends take for one. */
  private static final Pattern UPWARDS =
      Pattern.compile(
          "(^|/|\\\\|%2f|%5c)(\\.|%2e){1,2}(/|\\\\|%2f|%5c|;|$)", Pattern.CASE_INSENSITIVE);

  private final V3Wire wire;
  private final V3Settings settings;

  V3Pages(V3Wire wire, V3Settings settings) {
    this.wire = wire;
    this.settings = settings;
  }

  /** A page: its items, and where the next one is. */
  record Items(JsonNode items, Optional<String> next) {}

  /**
   * All items of all pages that were read.
   *
   * @param ended whether the list said that there is no more; otherwise nothing is proven by what
   *     is not among them
   */
  record All(List<JsonNode> items, int pages, boolean ended) {}

  /**
   * All items of all pages. A page that comes again ends the reading but not the list, since a
   * portal may repeat one for ever (F56).
   */
  All all(Listing listing, String what) {
    List<JsonNode> all = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    Optional<String> place = Optional.of(PortalReader.FIRST);
    long bytes = 0;
    for (int page = 0; page < PAGES_MAX; page++) {
      Items read = page(listing, Optional.empty(), place.orElseThrow(), what);
      byte[] content = V3Json.write(read.items());
      place = read.next();
      boolean again = !seen.add(UUID.nameUUIDFromBytes(content));
      if (!again) {
        read.items().forEach(all::add);
      }
      if (again || place.isEmpty()) {
        return new All(all, seen.size(), place.isEmpty());
      }
      bytes += content.length;
      if (bytes > BYTES_MAX || all.size() > ITEMS_MAX) {
        throw FarEndException.contract(
            "portal answered more " + what + " than are read at once; none was taken");
      }
    }
    throw FarEndException.contract("portal answered more than " + PAGES_MAX + " pages of " + what);
  }

  /** One page. A place that an earlier profile left behind counts as the first. */
  Items page(Listing listing, Optional<Instant> since, String place, String what) {
    URI uri = address(listing, since, place);
    JsonNode answer = wire.read(listing.call().method(), uri);
    JsonNode items = listing.items().find(answer);
    if (!items.isArray()) {
      throw FarEndException.contract("portal answered " + what + " without a list of items");
    }
    return new Items(items, next(listing, answer, uri, place, what));
  }

  private URI address(Listing listing, Optional<Instant> since, String place) {
    if (listing.paging() instanceof ByLink && place.matches("/[^/].*") && isBelowBase(place)) {
      return origin().resolve(place);
    }
    Map<String, String> query = new LinkedHashMap<>();
    if (listing.paging() instanceof ByNumber byNumber) {
      query.put(byNumber.parameter(), Integer.toString(number(place)));
    }
    if (listing.paging() instanceof ByCursor byCursor && !place.equals(PortalReader.FIRST)) {
      query.put(byCursor.parameter(), place);
    }
    listing
        .since()
        .ifPresent(asked -> since.ifPresent(at -> query.put(asked.parameter(), asked.text(at))));
    return settings.uri(listing.call().target(query));
  }

  private static int number(String place) {
    return place.matches("[0-9]{1,8}") ? Integer.parseInt(place) : 1;
  }

  private Optional<String> next(
      Listing listing, JsonNode answer, URI uri, String place, String what) {
    Paging paging = listing.paging();
    if (paging instanceof ByNumber byNumber) {
      return isLast(byNumber, listing.items().find(answer), answer)
          ? Optional.empty()
          : Optional.of(Integer.toString(number(place) + 1));
    }
    if (paging instanceof ByCursor byCursor) {
      return bounded(byCursor.cursor().text(answer), what);
    }
    return paging instanceof ByLink byLink
        ? bounded(byLink.link().text(answer), what).map(link -> samePlace(link, uri, what))
        : Optional.empty();
  }

  /** A portal that does not say whether there is more says it by an empty page. */
  private static boolean isLast(ByNumber paging, JsonNode items, JsonNode answer) {
    if (paging.more().isNowhere()) {
      return items.isEmpty();
    }
    String more = paging.more().text(answer);
    return more.isEmpty() || more.equals("false");
  }

  private static Optional<String> bounded(String place, String what) {
    if (place.length() > PLACE_CHARS_MAX) {
      throw FarEndException.contract("portal answered " + what + " with an endless next place");
    }
    return Optional.of(place).filter(it -> !it.isEmpty());
  }

  /** Our credentials go to nobody else, whatever a link says. */
  private String samePlace(String link, URI uri, String what) {
    try {
      URI next = uri.resolve(link);
      if (isOurs(next)) {
        String query = next.getRawQuery() == null ? "" : "?" + next.getRawQuery();
        return next.getRawPath() + query;
      }
    } catch (IllegalArgumentException e) {
      // told below: it is no address
    }
    throw FarEndException.contract(
        "portal answered "
            + what
            + " with a next link that leads elsewhere; it was not followed, use paging: page");
  }

  private boolean isOurs(URI next) {
    URI ours = origin();
    return next.getHost() != null
        && next.getRawUserInfo() == null
        && next.getScheme().equalsIgnoreCase(ours.getScheme())
        && next.getHost().equalsIgnoreCase(ours.getHost())
        && port(next) == port(ours)
        && isBelowBase(next.getRawPath());
  }

  /** On a gateway that many share, another path is another's. */
  private boolean isBelowBase(String place) {
    String base = settings.uri("/").getRawPath();
    return place.startsWith(base) && !UPWARDS.matcher(place.split("\\?", 2)[0]).find();
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private URI origin() {
    return settings.baseUri();
  }
}
