package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.Category;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.simulator.WireSettings;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.FollowUp;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} object that list, detail and full events share (portal-wire 13). The reporter
 * stands in it even when anonymous or secret: withholding is the receiver's duty, and the real
 * risk.
 */
public final class ComplaintData {
  private final Supplier<URI> root;
  private final Supplier<WireSettings> wire;
  private final Drift drift;

  /**
   * @param root the portal's own address, known once it listens
   */
  public ComplaintData(Supplier<URI> root, Supplier<WireSettings> wire, Faults faults) {
    this.root = root;
    this.wire = wire;
    this.drift = new Drift(faults);
  }

  /** All fields of the complaint as it is, but for what the faults that stand do to them. */
  public ObjectNode of(Complaint complaint, Place place) {
    ObjectNode data = whole(complaint);
    if (!wire.get().revision()) {
      data.remove("revision");
    }
    drift.apply(data, place, complaint.id());
    return data;
  }

  private ObjectNode whole(Complaint complaint) {
    NewComplaint filed = complaint.filed();
    Integer categoryId = filed.categoryId();
    ObjectNode data =
        Json.object()
            .put("complaint_id", complaint.id())
            .put("revision", complaint.revision())
            .put("title", filed.title())
            .put("content", filed.content())
            .put("category_id", categoryId)
            .put("category_name", categoryName(categoryId))
            .put("classification_id", Classifications.id(filed.classification()))
            .put("classification", filed.classification())
            .put("channel", filed.channel())
            .put("is_anonymous", filed.anonymous())
            .put("is_secret", filed.secret())
            .put("created_at", complaint.createdAt().toString())
            .put("updated_at", complaint.updatedAt().toString())
            .put(
                "date_of_incident",
                filed.dateOfIncident() == null ? null : filed.dateOfIncident().toString())
            .put("location", filed.location())
            .put("status_code", complaint.status().code())
            .put("status_name", complaint.status().apiName())
            .put("disposition_id", Institutions.id(complaint.institution()))
            .put("disposition_name", Institutions.name(complaint.institution()));
    data.set(
        "attachments",
        wire.get().attachmentMap() ? FileMap.of(complaint.evidence()) : attachments(complaint));
    data.set("reporter", reporter(filed.reporter()));
    return data;
  }

  /** Only the id, so that the receiver must ask. */
  public static ObjectNode thin(Complaint complaint) {
    return Json.object().put("complaint_id", complaint.id());
  }

  /** The {@code followup} block of an event. */
  public static ObjectNode followUp(FollowUp row) {
    return Json.object()
        .put("id", row.id())
        .put("created_at", row.at().toString())
        .put("template_code", row.template().code())
        .put("content", row.content())
        .put("institution_from_id", Institutions.id(row.from()))
        .put("institution_to_id", Institutions.id(row.to()))
        .put("is_secret", row.secret());
  }

  private ArrayNode attachments(Complaint complaint) {
    ArrayNode list = Json.array();
    complaint
        .evidence()
        .forEach(
            stored ->
                list.add(
                    Json.object()
                        .put("url", root.get().resolve(stored.path()).toString())
                        .put("file_name", stored.file().fileName())));
    return list;
  }

  private static JsonNode reporter(@Nullable Reporter reporter) {
    return reporter == null
        ? NullNode.getInstance()
        : Json.object()
            .put("name", reporter.name())
            .put("phone", reporter.phone())
            .put("email", reporter.email());
  }

  private static @Nullable String categoryName(@Nullable Integer id) {
    return id == null ? null : Categories.find(id).map(Category::name).orElse(null);
  }
}
