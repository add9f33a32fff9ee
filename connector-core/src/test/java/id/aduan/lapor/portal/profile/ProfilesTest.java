package id.aduan.lapor.portal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.portal.profile.V3Profile.Attachments;
import id.aduan.lapor.portal.profile.V3Profile.ComplaintField;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
  static final List<String> SHIPPED = Profiles.SHIPPED;

  @TempDir Path folder;
  private final Problems problems = new Problems();

  private Profile read(String yaml) throws IOException {
    Files.writeString(folder.resolve("ours.yaml"), yaml);
    return named("ours.yaml");
  }

  private Profile named(String reference) {
    byte[] yaml = ("profile: " + reference).getBytes(StandardCharsets.UTF_8);
    return Profiles.named(
        YamlFile.parse("lapor.yaml", yaml, problems).scalar("profile").orElseThrow(),
        folder,
        problems);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void what_ships_has_no_fault_and_can_be_copied(String name) throws IOException {
    assertThat(Profiles.shipped(name).baseUri()).isPresent();

    read(new String(Profiles.text(name).orElseThrow(), StandardCharsets.UTF_8));

    assertThat(problems.list()).isEmpty();
  }

  @Test
  void a_file_with_only_the_differences_changes_only_those() throws IOException {
    V3Profile ours =
        (V3Profile)
            read(
                """
                extends: sp4n-v3
                times: {zone: Asia/Makassar}
                create:
                  attachments: json-array-dot
                  body: {channel: 26, tags_raw: "#bintan"}
                complaint:
                  fields: {title: [/judul, /title]}
                words: {statuses: {api: {Dibuka Kembali: in_progress}}}
                """);

    assertThat(problems.list()).isEmpty();
    assertThat(ours.complaint().times().zone().getId()).isEqualTo("Asia/Makassar");
    assertThat(ours.create().attachments()).isEqualTo(Attachments.JSON_ARRAY_DOT);
    JsonNode body = ours.create().body().json(Map.of("title", "13"));
    assertThat(body.path("channel").toString()).isEqualTo("26");
    assertThat(body.path("tags_raw").asText()).isEqualTo("#bintan");
    assertThat(body.path("title").toString()).isEqualTo("\"13\"");
    assertThat(body.path("location_id").toString()).isEqualTo("34");
    assertThat(body.has("priority_program_id")).isTrue();
    assertThat(ours.complaint().at(ComplaintField.TITLE).text(json("{\"title\": \"a\"}")))
        .isEqualTo("a");
    assertThat(ours.words().unfamiliar(ours.words().status("dibuka kembali"))).isEmpty();
    assertThat(ours.words().unfamiliar(ours.words().status("Selesai"))).isEmpty();
  }

  @Test
  void every_fault_is_told_at_once_with_its_place_and_a_hint() throws IOException {
    read(
        """
        extends: sp4n-v3
        hedaers: {token: x}
        headers: {token: "two words"}
        create:
          attachments: json-aray
          body: {user_id: "{usr}", x: "{a b}"}
        forward: {path: /no/number}
        list: {paging: cursor, parameter: "?"}
        complaint: {fields: {titel: /x, content: no-pointer, channel: "jsonata:(", location: "jsonata:$match(a, /(x+)+$/)"}}
        times: {zone: Bintan, forms: [bbb]}
        words: {statuses: {api: {Selesai: done}}}
        """);

    assertThat(problems.list().stream().map(Problem::toString).toList())
        .anySatisfy(it -> assertThat(it).contains(":2:1: unknown key: 'hedaers'", "'headers'?"))
        .anySatisfy(it -> assertThat(it).contains(":3:", "'token' must be the name of a header"))
        .anySatisfy(it -> assertThat(it).contains(":5:", "did you mean 'json-array'?"))
        .anySatisfy(it -> assertThat(it).contains(":6:", "unknown value: '{usr}'", "user"))
        .anySatisfy(it -> assertThat(it).contains(":6:", "'{a b}' is no value"))
        .anySatisfy(it -> assertThat(it).contains(":7:", "must hold '{id}'"))
        .anySatisfy(it -> assertThat(it).contains(":8:", "'parameter' must be a name"))
        .anySatisfy(it -> assertThat(it).contains(":9:", "did you mean 'title'?"))
        .anySatisfy(it -> assertThat(it).contains(":9:", "'no-pointer' is no place"))
        .anySatisfy(it -> assertThat(it).contains(":9:", "is not JSONata"))
        .anySatisfy(it -> assertThat(it).contains(":9:", "must not use patterns"))
        .anySatisfy(it -> assertThat(it).contains(":10:", "'zone' must be a time zone"))
        .anySatisfy(it -> assertThat(it).contains(":10:", "'bbb' is not a form of a time"))
        .anySatisfy(it -> assertThat(it).contains(":11:", "'done'"))
        .hasSize(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd-MM-yyyy HH:mm:ss", "HH:mm"})
  void a_form_that_never_reads_a_time_is_refused(String form) throws IOException {
    read("extends: sp4n-v3\ntimes: {forms: [\"" + form + "\"]}\n");

    assertThat(problems.list().toString()).contains(form, "write uuuu");
  }

  @Test
  void two_headers_of_one_name_could_not_both_be_sent() throws IOException {
    read("extends: sp4n-v3\nheaders: {authorization: Token}\n");

    assertThat(problems.list().toString()).contains("the two headers need names of their own");
  }

  @Test
  void a_profile_that_stands_alone_has_to_say_everything() throws IOException {
    read("wire: v3\nbaseUri: https://x.invalid\n");

    assertThat(problems.list().stream().map(Problem::message).toList())
        .contains("the key 'create' is missing", "the key 'words' is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "sp4n-v4, did you mean 'sp4n-v3'?",
    "nowhere.yaml, it does not exist",
  })
  void a_profile_that_is_not_there_is_told_where_it_is_named(String reference, String told) {
    named(reference);

    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list().get(0).toString()).contains(told);
  }

  @Test
  void profiles_that_extend_each_other_in_a_circle_end() throws IOException {
    read("extends: ours.yaml\nwire: v3\n");

    assertThat(problems.list().toString()).contains("more than 5 profiles extend each other");
  }

  @Test
  void an_expression_over_a_hostile_text_ends_soon_with_nothing() throws IOException {
    V3Profile ours =
        (V3Profile)
            read(
                """
                extends: sp4n-v3
                complaint: {fields: {title: "jsonata:$sum(a.a.a.$sum(a.a))"}}
                """);
    String deep = "{\"a\":[" + "{\"a\":[1,2,3]},".repeat(2_000) + "1]}";
    assertThat(problems.list()).isEmpty();

    assertTimeout(
        Duration.ofSeconds(10), () -> ours.complaint().at(ComplaintField.TITLE).text(json(deep)));
  }

  @Test
  void a_value_may_be_computed() throws IOException {
    V3Profile ours =
        (V3Profile)
            read(
                """
                extends: sp4n-v3
                complaint: {fields: {location: "jsonata:kecamatan & ', ' & kabupaten"}}
                """);

    assertThat(
            ours.complaint()
                .at(ComplaintField.LOCATION)
                .text(json("{\"kecamatan\": \"Bintan Timur\", \"kabupaten\": \"Bintan\"}")))
        .isEqualTo("Bintan Timur, Bintan");
  }
}
