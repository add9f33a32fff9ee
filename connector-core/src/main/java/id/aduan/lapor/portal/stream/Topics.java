package id.aduan.lapor.portal.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.portal.profile.StreamProfile;
import id.aduan.lapor.portal.profile.StreamProfile.TopicField;
import id.aduan.lapor.wire.HttpOutcome;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the portal's topics by the f01 services (portal-wire 3.1). Their numbers are of the old
 * numbering and no categories of v3. Safe for use by many threads.
 */
public final class Topics {
  private static final int TOPICS_MAX = 20_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(100)
                          .maxStringLength(10_000)
                          .maxTokenCount(500_000)
                          .build())
                  .build())
          .build();

  private final StreamSettings settings;
  private final HttpTransport transport;
  private final InstantSource time;

  public Topics(StreamSettings settings, HttpTransport transport, InstantSource time) {
    this.settings = settings;
    this.transport = transport;
    this.time = time;
  }

  /**
   * A topic.
   *
   * @param parent the topic above it; nothing for one at the top
   */
  public record Topic(String id, Optional<String> parent, String name) {}

  /**
   * All topics, at most 20,000.
   *
   * @throws FarEndException when they could not be read
   */
  public List<Topic> read() {
    StreamProfile.Topics how = settings.profile().topics();
    String form = how.key() + "=" + encoded(settings.token().reveal());
    HttpCall call =
        new HttpCall(
            how.call().method(),
            settings.uri(how.call().target(Map.of())),
            Map.of("Accept", "application/json"),
            Optional.of(
                new HttpCall.Body(
                    "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))),
            settings.bounds(),
            settings.tls());
    try {
      HttpReply reply = transport.exchange(call);
      if (!reply.isSuccess()) {
        throw HttpOutcome.unread(call, reply, time.instant());
      }
      return topics(MAPPER.readTree(reply.body()));
    } catch (HttpFailure e) {
      throw HttpOutcome.unread(e);
    } catch (IOException e) {
      throw FarEndException.contract("portal answered its topics without readable JSON");
    }
  }

  private List<Topic> topics(JsonNode list) {
    if (!list.isArray() || list.size() > TOPICS_MAX) {
      throw FarEndException.contract("portal answered its topics without a list of them");
    }
    StreamProfile.Topics how = settings.profile().topics();
    List<Topic> topics = new ArrayList<>();
    for (JsonNode item : list) {
      String parent = how.at(TopicField.PARENT).text(item);
      topics.add(
          new Topic(
              how.at(TopicField.ID).text(item),
              Optional.of(parent).filter(it -> !it.isEmpty() && !it.equals("0")),
              how.at(TopicField.NAME).text(item)));
    }
    return topics;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
