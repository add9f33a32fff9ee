package id.aduan.lapor.simulator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint (pengaduan) as a citizen files it. Anonymous and secret are independent flags. With a
 * disposition it starts as {@code Dalam Proses}, without one as {@code Belum Terverifikasi}.
 *
 * @param classification one of the four names of portal-wire 4.3, or empty
 * @param reporter null only for complaints that an agency files through the API for nobody
 */
public record NewComplaint(
    String title,
    String content,
    @Nullable Integer categoryId,
    String classification,
    String channel,
    boolean anonymous,
    boolean secret,
    @Nullable LocalDate dateOfIncident,
    String location,
    @Nullable Integer dispositionId,
    @Nullable Reporter reporter,
    List<EvidenceFile> evidence) {
  /** The portal's bound for a complaint's text. */
  public static final int CONTENT_CHARS_MAX = 3000;

  /** The longest title seen in a real export. */
  public static final int TITLE_CHARS_MAX = 169;

  public NewComplaint {
    evidence = List.copyOf(evidence);
  }

  /** An open complaint from the web site, without category, classification, place or files. */
  public static NewComplaint of(String title, String content, Reporter reporter) {
    return new NewComplaint(
        title, content, null, "", "Website", false, false, null, "", null, reporter, List.of());
  }

  /** Other words, as an admin edits them. */
  public NewComplaint withText(String newTitle, String newContent) {
    return new NewComplaint(
        newTitle,
        newContent,
        categoryId,
        classification,
        channel,
        anonymous,
        secret,
        dateOfIncident,
        location,
        dispositionId,
        reporter,
        evidence);
  }

  /** From another source, such as {@code SMS}. */
  public NewComplaint withChannel(String name) {
    return new NewComplaint(
        title,
        content,
        categoryId,
        classification,
        name,
        anonymous,
        secret,
        dateOfIncident,
        location,
        dispositionId,
        reporter,
        evidence);
  }

  public NewComplaint withCategory(int id) {
    return new NewComplaint(
        title,
        content,
        id,
        classification,
        channel,
        anonymous,
        secret,
        dateOfIncident,
        location,
        dispositionId,
        reporter,
        evidence);
  }

  public NewComplaint withClassification(String name) {
    return new NewComplaint(
        title,
        content,
        categoryId,
        name,
        channel,
        anonymous,
        secret,
        dateOfIncident,
        location,
        dispositionId,
        reporter,
        evidence);
  }

  public NewComplaint withVisibility(boolean isAnonymous, boolean isSecret) {
    return new NewComplaint(
        title,
        content,
        categoryId,
        classification,
        channel,
        isAnonymous,
        isSecret,
        dateOfIncident,
        location,
        dispositionId,
        reporter,
        evidence);
  }

  public NewComplaint withPlace(@Nullable LocalDate day, String place) {
    return new NewComplaint(
        title,
        content,
        categoryId,
        classification,
        channel,
        anonymous,
        secret,
        day,
        place,
        dispositionId,
        reporter,
        evidence);
  }

  /** Assigned from the start; null takes the assignment away. */
  public NewComplaint withDisposition(@Nullable Integer institutionId) {
    return new NewComplaint(
        title,
        content,
        categoryId,
        classification,
        channel,
        anonymous,
        secret,
        dateOfIncident,
        location,
        institutionId,
        reporter,
        evidence);
  }

  public NewComplaint withEvidence(List<EvidenceFile> files) {
    return new NewComplaint(
        title,
        content,
        categoryId,
        classification,
        channel,
        anonymous,
        secret,
        dateOfIncident,
        location,
        dispositionId,
        reporter,
        files);
  }

  /** Names no person and repeats no text of the complaint. */
  @Override
  public String toString() {
    return "NewComplaint[category " + categoryId + ", " + content.length() + " chars]";
  }
}
