package id.aduan.lapor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.http.HttpReply;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C7")
class SearchTest {
  private static final String OURS = "8123456";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {"data":[{"no":"T-1","ref":"8123456"}]}                             | found T-1
          200 | {"data":[{"no":"T-1","ref":8123456}]}                               | found T-1
          200 | {"data":{"no":"T-1","ref":"8123456"}}                               | found T-1
          200 | {"data":[{"no":"T-1","ref":"81"},{"no":"T-2","ref":"8123456"}]}     | found T-2
          200 | {"data":[]}                                                         | absent
          200 | {"data":[{"no":"T-1","ref":"81234567"}]}                            | absent
          200 | {"data":[{"no":"T-1"}]}                                             | absent
          200 | {"data":[{"no":"","ref":"8123456"}]}                                | ?
          200 | {"data":[{"no":"T-1","ref":{"id":1}}]}                              | ?
          200 | {"data":null}                                                       | ?
          200 | {"pesan":"Terjadi kesalahan sistem"}                                | ?
          200 | []                                                                  | ?
          200 | {"data":[                                                           | ?
          204 | ``                                                                  | ?
          302 | {"data":[]}                                                         | ?
          401 | {"data":[]}                                                         | ?
          404 | {"data":[]}                                                         | absent
          500 | {"data":[]}                                                         | ?
          """)
  void anAnswerMeansThis(int status, String body, String expected) {
    Search search = search(Optional.of("/ref"));

    assertThat(kind(search, Replies.json(status, body))).isEqualTo(expected);
  }

  @Test
  void aPageFullOfOthersIsNoSearch() {
    String others =
        IntStream.range(0, 10)
            .mapToObj(i -> "{\"no\":\"T-%d\",\"ref\":\"900000%d\"}".formatted(i, i))
            .collect(Collectors.joining(",", "{\"data\":[", "]}"));

    assertThat(kind(search(Optional.of("/ref")), Replies.json(200, others))).isEqualTo("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"data":[{"no":"T-1"}]}              | found T-1
          {"data":[{"no":"T-1"},{"no":"T-2"}]} | ?
          {"data":[]}                          | absent
          """)
  void withoutAReferenceInTheAnswerOnlyASingleTicketIsOurs(String body, String expected) {
    assertThat(kind(search(Optional.empty()), Replies.json(200, body))).isEqualTo(expected);
  }

  private static Search search(Optional<String> match) {
    return Search.of(new RestConfig.Find("/t?r={reference}", "/data", "/no", match, Set.of(404)));
  }

  private static String kind(Search search, HttpReply reply) {
    Lookup lookup = search.read(Replies.CALL, reply, OURS);
    if (lookup instanceof Lookup.Found found) {
      return "found " + found.reference();
    }
    return lookup instanceof Lookup.Absent ? "absent" : "?";
  }
}
