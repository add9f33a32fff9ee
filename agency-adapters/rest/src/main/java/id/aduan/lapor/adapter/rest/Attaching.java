package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.http.Contents;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.Multipart;
import id.aduan.lapor.json.Expression;
import id.aduan.lapor.json.ExpressionFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is put to a ticket: by one call, or by one that leaves it with the system and one that
 * names it at the ticket. Whatever the form, the file is read as it goes out and is never in memory
 * whole. Immutable.
 */
record Attaching(
    Optional<Step> upload, Step call, boolean honoursKeys, Optional<FileSearch> search) {
  /** A line that is slower is given up; the time for it is added to the deadline of a call. */
  private static final long BYTES_PER_SECOND_MIN = 256 * 1024;

  /** Makes the body of a request. */
  interface Form {
    HttpCall.Body body(Sent sent) throws ExpressionFailure;
  }

  /**
   * What goes out.
   *
   * @param upload the number under which the system has the file already; empty where it has not
   */
  record Sent(AgencyTicket ticket, OutgoingFile file, String upload) {
    /** Stands for the content while the JSON around it is made. */
    private String marker() {
      return "LAPOR-" + file.sha256();
    }

    /** What expressions see. */
    private Map<String, Object> view() {
      Map<String, Object> seen = new LinkedHashMap<>();
      seen.put("name", file.name());
      seen.put("type", file.type());
      seen.put("size", file.content().length());
      seen.put("place", file.place());
      if (upload.isEmpty()) {
        seen.put("base64", marker());
      }
      Map<String, Object> view = new LinkedHashMap<>();
      view.put("ticket", ticket.number());
      view.put("reference", file.reference().value());
      view.put("file", seen);
      if (!upload.isEmpty()) {
        view.put("upload", upload);
      }
      return view;
    }

    private Map<String, String> places() {
      return Map.of(
          "ticket",
          ticket.number(),
          "reference",
          file.reference().value(),
          "name",
          file.name(),
          "upload",
          upload);
    }
  }

  /** One call, and what its answer means. */
  record Step(String method, PathTemplate target, Form form, Outcome.Rules rules) {
    String path(Sent sent) {
      return target.with(sent.places());
    }

    /** The call with as much time more as its body may take. */
    HttpCall patient(HttpCall call) {
      long bytes = call.body().map(it -> it.content().length()).orElse(0L);
      Duration more = Duration.ofSeconds(bytes / BYTES_PER_SECOND_MIN);
      return call.with(Map.of(), call.bounds().within(call.bounds().deadline().plus(more)));
    }
  }

  static Attaching of(RestConfig.Attach attach) {
    Optional<RestConfig.Upload> upload = attach.upload();
    PathTemplate target =
        upload.isPresent()
            ? PathTemplate.ofUploaded(attach.path())
            : PathTemplate.ofAttach(attach.path());
    return new Attaching(
        upload.map(Attaching::step),
        new Step(attach.method(), target, form(attach.form()), rules(attach.answer())),
        attach.honoursKeys(),
        attach.find().map(FileSearch::of));
  }

  private static Step step(RestConfig.Upload upload) {
    PathTemplate target = PathTemplate.ofUpload(upload.path());
    return new Step(upload.method(), target, form(upload.form()), rules(upload.answer()));
  }

  private static Outcome.Rules rules(RestConfig.Answer answer) {
    return new Outcome.Rules(
        answer.file().map(Json::pointer),
        answer.successWhen().map(Expression::compile),
        answer.refusedWhen().map(Expression::compile),
        answer.refusedStatus(),
        answer.refusalReason().map(Json::pointer));
  }

  private static Form form(RestConfig.AttachForm form) {
    if (form instanceof RestConfig.Parts parts) {
      Map<String, Expression> fields = new LinkedHashMap<>();
      parts.fields().forEach((name, value) -> fields.put(name, Expression.compile(value)));
      return sent -> parts(parts.file(), fields, sent);
    }
    if (form instanceof RestConfig.Inline inline) {
      Expression body = Expression.compile(inline.body());
      return sent -> inline(body, sent);
    }
    return sent -> new HttpCall.Body(sent.file().type(), sent.file().content());
  }

  private static HttpCall.Body parts(String part, Map<String, Expression> fields, Sent sent)
      throws ExpressionFailure {
    OutgoingFile file = sent.file();
    Multipart body = Multipart.around(file.sha256());
    Map<String, Object> view = sent.view();
    for (Map.Entry<String, Expression> field : fields.entrySet()) {
      Object value = field.getValue().evaluate(view);
      body.field(field.getKey(), value == null ? "" : value.toString());
    }
    return body.file(part, file.name(), file.type(), file.content()).body();
  }

  /** JSON with the file in it, or with the number of one that was uploaded. */
  static HttpCall.Body inline(Expression body, Sent sent) throws ExpressionFailure {
    Object made = body.evaluate(sent.view());
    if (!(made instanceof Map)) {
      throw new ExpressionFailure("is no object");
    }
    byte[] json = Json.write(made);
    if (!sent.upload().isEmpty()) {
      return new HttpCall.Body("application/json", json);
    }
    String text = new String(json, StandardCharsets.UTF_8);
    try {
      return new HttpCall.Body(
          "application/json",
          Contents.around(text, sent.marker(), Contents.base64(sent.file().content())));
    } catch (IllegalArgumentException e) {
      throw new ExpressionFailure("does not carry file.base64 once, as it is");
    }
  }

  Set<Capability> capabilities() {
    Set<Capability> all = EnumSet.of(Capability.ATTACH);
    if (honoursKeys) {
      all.add(Capability.FILES_HONOUR_KEYS);
    }
    search.ifPresent(it -> all.add(Capability.FIND_FILES));
    return all;
  }
}
