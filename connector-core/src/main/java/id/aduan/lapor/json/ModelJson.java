package id.aduan.lapor.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes and reads the model's records. Fields may be added to a record later: what an older
 * version left out is read as empty, what a newer one added is ignored.
 */
public final class ModelJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  private ModelJson() {}

  public static byte[] write(Object model) {
    try {
      return MAPPER.writeValueAsBytes(model);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the model can be written as JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is something else; the message shows nothing of it
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalArgumentException("a stored " + type.getSimpleName() + " cannot be read");
    }
  }

  /** What an agency may see; where identity is withheld there is no reporter to write. */
  public static byte[] writeFor(AgencyComplaint complaint) {
    return write(
        complaint instanceof AgencyComplaint.Identified identified
            ? new Stored(identified.facts(), Optional.of(identified.reporter()))
            : new Stored(complaint.facts(), Optional.empty()));
  }

  /** Reads what {@link #writeFor} wrote. */
  public static AgencyComplaint readAgencyComplaint(byte[] json) {
    Stored stored = read(json, Stored.class);
    return stored
        .reporter()
        .<AgencyComplaint>map(reporter -> new AgencyComplaint.Identified(stored.facts(), reporter))
        .orElseGet(() -> new AgencyComplaint.Withheld(stored.facts()));
  }

  private record Stored(AgencyComplaint.Facts facts, Optional<Reporter> reporter) {}
}
