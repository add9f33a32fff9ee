package id.aduan.lapor.agency;

import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.privacy.AgencyComplaint.FileNote;
import id.aduan.lapor.privacy.AgencyComplaint.Identified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A complaint as plain maps, lists, texts and booleans, for the mappings of declarative adapters.
 * What is not known has no key. {@code reporter} exists only where the reporter may be named, and
 * {@code fullText} only where title or content was cut. What the reporter added later stands at the
 * end of {@code content}, and beside it as {@code repliesText} and in the list {@code replies}.
 *
 * <p>An update tells how far the case's files are: {@code state} and {@code note} of each of {@code
 * attachments}, and {@code attachmentsNote} on all that the agency does not get.
 *
 * <p>{@code trackingId} is our reference in the agency's system, so it ends in {@code .02} where a
 * case goes there for the second time; {@code complaintId} is the portal's number alone. {@code
 * agency} holds the agency's own words that the mapping has for it, such as {@code agency.status}.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class ComplaintView {

  /**
   * The plain values of a view by their dotted names; {@code attachments} and {@code replies} are
   * lists beside them, and {@link #WORDS} begins the names that the mapping gives.
   */
  public static final List<String> NAMES =
      List.of(
          "trackingId",
          "complaintId",
          "title",
          "content",
          "contentAlone",
          "repliesText",
          "category.id",
          "category.name",
          "classification",
          "classificationKind",
          "channel",
          "receivedAt",
          "receivedAtLocal",
          "incidentOn",
          "location",
          "secret",
          "status",
          "statusStage",
          "reporter.name",
          "reporter.phone",
          "reporter.email",
          "attachmentsNote",
          "fullText.fileName",
          "fullText.base64");

  /** Stands before the name of each of the agency's own words. */
  public static final String WORDS = "agency.";

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm xxx", Locale.ROOT);

  private final ZoneId zone;
  private final TextLimits limits;

  /**
   * @param zone the zone of {@code receivedAtLocal}
   */
  public ComplaintView(ZoneId zone, TextLimits limits) {
    this.zone = zone;
    this.limits = limits;
  }

  public Map<String, Object> of(AgencyComplaint complaint) {
    Facts facts = complaint.facts();
    String title = whole(facts.title());
    String alone = whole(facts.content());
    String added = whole(repliesText(facts.replies()));
    String content = added.isEmpty() ? alone : alone + "\n\n" + added;
    FittedText fittedTitle = FittedText.of(title, limits.titleMax(), limits.marker());
    FittedText fittedContent = FittedText.of(content, limits.contentMax(), limits.marker());

    Map<String, Object> view = new LinkedHashMap<>();
    view.put("trackingId", facts.reference().value());
    view.put("complaintId", facts.id().value());
    view.put("title", fittedTitle.value());
    view.put("content", fittedContent.value());
    view.put("contentAlone", fitted(alone));
    if (!added.isEmpty()) {
      view.put("repliesText", fitted(added));
      view.put("replies", replies(facts.replies()));
    }
    facts.category().ifPresent(it -> view.put("category", texts("id", it.id(), "name", it.name())));
    put(view, "classification", facts.classification().raw());
    view.put("classificationKind", facts.classification().kind().name());
    put(view, "channel", facts.channel());
    facts.receivedAt().ifPresent(at -> view.put("receivedAt", at.toString()));
    facts.receivedAt().map(this::local).ifPresent(at -> view.put("receivedAtLocal", at));
    facts.incidentOn().ifPresent(day -> view.put("incidentOn", day.toString()));
    put(view, "location", facts.location());
    view.put("secret", facts.secret());
    put(view, "status", facts.status().raw());
    view.put("statusStage", facts.status().stage().name());
    view.put("attachments", attachments(facts));
    put(view, "attachmentsNote", FileNotes.all(facts.files()));
    if (!facts.words().isEmpty()) {
      view.put("agency", new LinkedHashMap<>(facts.words()));
    }
    if (complaint instanceof Identified identified) {
      view.put("reporter", reporter(identified.reporter()));
    }
    if (fittedTitle.cut() || fittedContent.cut()) {
      view.put("fullText", fullText(facts, title + "\n\n" + content + "\n"));
    }
    return view;
  }

  /**
   * The texts by which a field shows what was sent, each as it is cut there: what stands later
   * holds more. A system that tells what was written into it tells one of these (C13).
   */
  public List<String> texts(AgencyComplaint complaint) {
    Facts facts = complaint.facts();
    Map<String, Object> view = of(complaint);
    List<String> texts = new ArrayList<>();
    facts.replies().forEach(reply -> texts.add(whole(reply.text())));
    String title = String.valueOf(view.get("title"));
    for (String name : List.of("attachmentsNote", "repliesText", "contentAlone", "content")) {
      if (view.get(name) instanceof String text) {
        texts.add(text);
        texts.add(title + " " + text);
      }
    }
    texts.add(title);
    return List.copyOf(texts);
  }

  private String fitted(String text) {
    return FittedText.of(text, limits.contentMax(), limits.marker()).value();
  }

  private List<Object> replies(List<ReporterReply> replies) {
    List<Object> list = new ArrayList<>();
    for (ReporterReply reply : replies) {
      list.add(
          texts(
              "id",
              reply.entryId(),
              "at",
              reply.at().map(Instant::toString).orElse(""),
              "atLocal",
              reply.at().map(this::local).orElse(""),
              "text",
              reply.text()));
    }
    return list;
  }

  /** In the language of those who read it. */
  private String repliesText(List<ReporterReply> replies) {
    return replies.stream()
        .map(
            reply ->
                "[Tanggapan pelapor"
                    + reply.at().map(at -> ", " + at.atZone(zone).format(SHORT)).orElse("")
                    + "]\n"
                    + reply.text())
        .collect(Collectors.joining("\n\n"));
  }

  private String local(Instant at) {
    return at.atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static List<Object> attachments(Facts facts) {
    List<Object> list = new ArrayList<>();
    for (Attachment file : facts.attachments()) {
      Optional<FileNote> told =
          facts.files().stream().filter(it -> it.url().equals(file.url())).findFirst();
      list.add(
          texts(
              "fileName",
              file.fileName(),
              "url",
              file.url(),
              "state",
              told.map(FileNote::state).orElse(""),
              "note",
              told.map(FileNotes::of).orElse("")));
    }
    return list;
  }

  private static Map<String, Object> reporter(Reporter reporter) {
    return texts("name", reporter.name(), "phone", reporter.phone(), "email", reporter.email());
  }

  private static Map<String, Object> fullText(Facts facts, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return texts(
        "fileName",
        "naskah-" + facts.reference() + ".txt",
        "base64",
        Base64.getEncoder().encodeToString(bytes));
  }

  /** Pairs of a name and a text; an empty text is left out. */
  private static Map<String, Object> texts(String... pairs) {
    Map<String, Object> texts = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      put(texts, pairs[i], pairs[i + 1]);
    }
    return texts;
  }

  private static void put(Map<String, Object> view, String name, String text) {
    if (!text.isEmpty()) {
      view.put(name, whole(text));
    }
  }

  /** Half of a surrogate pair is no character, and no encoder takes it. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
  }
}
