package id.aduan.lapor.portal.profile;

import id.aduan.lapor.portal.profile.StreamProfile.Name;
import id.aduan.lapor.portal.profile.StreamProfile.ReportForm;
import id.aduan.lapor.portal.profile.StreamProfile.TopicField;
import id.aduan.lapor.portal.profile.StreamProfile.Topics;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a profile of the wire stream. */
final class StreamReader {
  private static final Predicate<String> XML_NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}").asMatchPredicate();
  private static final Predicate<String> TYPE =
      Pattern.compile("[A-Za-z0-9/.;=_ +-]{3,100}").asMatchPredicate();

  private StreamReader() {}

  static StreamProfile read(ProfileMap profile, String name, Optional<URI> baseUri) {
    profile.known("version", "wire", "extends", "baseUri", "report", "topics", "words");
    return new StreamProfile(
        name,
        baseUri,
        report(profile.map("report")),
        topics(profile.map("topics")),
        WordsSection.read(profile.map("words")));
  }

  private static ReportForm report(ProfileMap map) {
    map.known(
        Stream.concat(
                Stream.of("path", "method", "query", "contentType", "braces", "noLastName"),
                Stream.of(Name.values()).map(FieldGroups::key))
            .toArray(String[]::new));
    Map<Name, String> names = new EnumMap<>(Name.class);
    for (Name each : Name.values()) {
      names.put(each, map.text(FieldGroups.key(each), XML_NAME, "the name of an XML element"));
    }
    return new ReportForm(
        Call.of(map, "POST"),
        map.text("contentType", TYPE, "a media type"),
        map.truth("braces", true),
        map.text("noLastName"),
        names);
  }

  private static Topics topics(ProfileMap map) {
    map.known("path", "method", "query", "key", "fields");
    List.of("fields").forEach(map::require);
    return new Topics(
        Call.of(map, "POST"),
        map.text("key", XML_NAME, "the name of a parameter"),
        FieldGroups.read(map, TopicField.class));
  }
}
