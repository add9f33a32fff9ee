package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.agency.wire.TimeForm;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A SOAP system in the words of its own WSDL. A path names elements below the root of an answer,
 * such as {@code daftar/pengaduan}; {@link SoapAdapter#of} refuses what the WSDL does not know.
 *
 * @param wsdl a local file; what it imports must lie beside or below it
 * @param endpoint where the service really is, whatever the WSDL says
 */
public record SoapConfig(
    Path wsdl,
    String service,
    String port,
    HttpEndpoint endpoint,
    ZoneId zone,
    TextLimits limits,
    boolean honoursKeys,
    Create create,
    Optional<Update> update,
    Optional<Find> find,
    Optional<Changes> changes,
    Optional<Attach> attach) {

  /**
   * What an element of a request holds.
   *
   * @param source a name that the operation offers, or a constant {@code ='text'}
   * @param lengthMax in code points; what is longer is cut, and an ellipsis shows it
   * @param codes the system's own code for each value of the source; without an entry the value
   *     counts as missing; empty where the value goes as it is
   * @param otherwise where there is no value; may be empty
   */
  public record Value(String source, int lengthMax, Map<String, String> codes, String otherwise) {
    static final int LENGTH_MAX = 1_000_000;

    public Value {
      codes = Map.copyOf(codes);
    }

    /** The source as it is. */
    public static Value of(String source) {
      return new Value(source, LENGTH_MAX, Map.of(), "");
    }
  }

  /**
   * An operation and what its request holds.
   *
   * @param fields by element, in the order of the WSDL
   */
  public record Request(String operation, Map<String, Value> fields) {
    public Request {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * How the files of a complaint are sent, in the element whose source is {@code attachments}. The
   * portal names its files by address; where no field takes {@code url}, the addresses go as one
   * text file.
   *
   * @param item the element of one file; without it that element itself repeats
   * @param fields by element, of {@code fileName}, {@code url}, {@code base64}
   */
  public record Files(Optional<String> item, Map<String, Value> fields) {
    public Files {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * A code in the answer that says how it went.
   *
   * @param path empty where the system gives no code
   * @param ok what means success
   * @param refused what the system documents as a refusal that stored nothing; for a search, as
   *     "there is none"
   */
  public record Code(Optional<String> path, Set<String> ok, Set<String> refused) {
    public Code {
      ok = Set.copyOf(ok);
      refused = Set.copyOf(refused);
    }
  }

  /**
   * How a ticket is opened. Sources are the names of {@link
   * id.aduan.lapor.agency.ComplaintView#NAMES} and {@code attachments}.
   *
   * @param refusedFaults fault codes, or elements or codes in a fault's detail, that the system
   *     documents as refusals that stored nothing
   */
  public record Create(
      Request request,
      Optional<Files> attachments,
      String ticket,
      Code code,
      Set<String> refusedFaults) {

    public Create {
      refusedFaults = Set.copyOf(refusedFaults);
    }
  }

  /**
   * How what a ticket says is set anew. Sources are those of a create, and {@code ticket}.
   *
   * @param refusedFaults as for a create
   */
  public record Update(
      Request request, Optional<Files> attachments, Code code, Set<String> refusedFaults) {

    public Update {
      refusedFaults = Set.copyOf(refusedFaults);
    }
  }

  /**
   * How a file is put to a ticket. Sources are {@code ticket}, {@code reference}, {@code fileName},
   * {@code contentType} and, once, {@code base64}.
   *
   * @param write its request and its answer, as an update's
   * @param mtom whether the bytes go beside the envelope instead of in base64 within it
   * @param honoursKeys whether a repetition with the same key makes no second file
   */
  public record Attach(Update write, boolean mtom, boolean honoursKeys) {}

  /**
   * How a ticket is found. The source is {@code reference}.
   *
   * @param ticket the number within an item
   * @param match our reference within an item; without it, one single item is a match
   */
  public record Find(
      Request request, String items, String ticket, Optional<String> match, Code code) {}

  /**
   * How changes are listed, oldest first. Sources are {@code cursor} and {@code limit}.
   *
   * @param start what stands for the cursor at the first read
   * @param more whether more wait; without it a full page says so
   */
  public record Changes(
      Request request,
      int limit,
      String start,
      String items,
      String cursor,
      Optional<String> more,
      Code code,
      Item item) {}

  /**
   * Where one change keeps what it tells; all paths are within the item.
   *
   * @param publicWhen the text is public only where each of these elements has this text; never
   *     empty (D14)
   */
  public record Item(
      String id,
      String ticket,
      Optional<String> reference,
      String at,
      TimeForm time,
      Optional<String> text,
      Optional<String> status,
      Map<String, String> publicWhen) {

    public Item {
      publicWhen = Map.copyOf(publicWhen);
      if (publicWhen.isEmpty()) {
        throw new IllegalArgumentException("publicWhen must name an element");
      }
    }
  }
}
