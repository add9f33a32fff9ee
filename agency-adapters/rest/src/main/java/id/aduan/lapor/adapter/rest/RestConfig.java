package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.agency.wire.TimeForm;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON system in the words of its own API. Expressions are JSONata, pointers are JSON pointers;
 * {@link RestAdapter#of} refuses those that are none.
 *
 * @param zone the zone of {@code receivedAtLocal}
 * @param honoursKeys whether a repeated create with the same Idempotency-Key makes no second ticket
 */
public record RestConfig(
    HttpEndpoint endpoint,
    ZoneId zone,
    TextLimits limits,
    boolean honoursKeys,
    Create create,
    Optional<Update> update,
    Optional<Find> find,
    Optional<Changes> changes,
    Optional<Push> push,
    Optional<Attach> attach) {

  /**
   * How a ticket is opened.
   *
   * @param body JSONata over {@link id.aduan.lapor.agency.ComplaintView}; gives an object
   * @param ticket points to the ticket's number in the answer
   * @param successWhen JSONata over an answer with status 2xx: true when it means success
   * @param refusedWhen JSONata over an answer: true when the system documents it as a refusal that
   *     stored nothing
   * @param refusedStatus statuses that the system documents as such refusals
   * @param refusalReason points to a code of the reason; a sentence there is not shown
   */
  public record Create(
      String method,
      String path,
      String body,
      String ticket,
      Optional<String> successWhen,
      Optional<String> refusedWhen,
      Set<Integer> refusedStatus,
      Optional<String> refusalReason) {

    public Create {
      refusedStatus = Set.copyOf(refusedStatus);
    }
  }

  /**
   * How what a ticket says is set anew; as {@link Create}, but that the answer need not name the
   * ticket, and may be 204.
   *
   * @param path may have {@code {ticket}} and {@code {reference}} in it
   * @param body may use {@code ticket} besides what a create may
   */
  public record Update(
      String method,
      String path,
      String body,
      Optional<String> successWhen,
      Optional<String> refusedWhen,
      Set<Integer> refusedStatus,
      Optional<String> refusalReason) {

    public Update {
      refusedStatus = Set.copyOf(refusedStatus);
    }
  }

  /**
   * How a ticket is found by our reference.
   *
   * @param path with {@code {reference}} in it
   * @param ticket points to the number within an item
   * @param match points to our reference within an item; without it, one single item is a match
   * @param absentStatus statuses that mean that there is no such ticket
   */
  public record Find(
      String path, String items, String ticket, Optional<String> match, Set<Integer> absentStatus) {

    public Find {
      absentStatus = Set.copyOf(absentStatus);
    }
  }

  /**
   * How changes are listed, oldest first.
   *
   * @param path with {@code {cursor}} in it, and {@code {limit}} if the system pages
   * @param start what stands for the cursor at the first read
   * @param cursor points to the next cursor in the answer
   * @param more points to whether more wait; without it a full page says so
   */
  public record Changes(
      String path,
      int limit,
      String start,
      String items,
      String cursor,
      Optional<String> more,
      Item item) {}

  /**
   * How a message that the system pushes is read.
   *
   * @param items points to its list of changes, oldest first; without it the message is one change
   */
  public record Push(Optional<String> items, Item item) {}

  /**
   * Where one change keeps what it tells; all pointers are within the item.
   *
   * @param publicWhen JSONata over the item: true when the system proves its text public (D14)
   */
  public record Item(
      String id,
      String ticket,
      Optional<String> reference,
      String at,
      TimeForm time,
      Optional<String> text,
      Optional<String> status,
      String publicWhen,
      Optional<Files> attachments) {}

  /**
   * How a file is put to a ticket, after that is there.
   *
   * @param upload a call before it that leaves the file with the system; {@code form} is {@link
   *     Inline} then, and sees what that answered as {@code upload}
   * @param path with {@code {ticket}} in it, and may have {@code {reference}} and {@code {name}};
   *     after an upload it may have {@code {upload}} too, and needs none of them
   * @param honoursKeys whether a repetition with the same Idempotency-Key makes no second file
   */
  public record Attach(
      Optional<Upload> upload,
      String method,
      String path,
      AttachForm form,
      Answer answer,
      boolean honoursKeys,
      Optional<FindFile> find) {}

  /**
   * How a file is left with a system before it is named at a ticket.
   *
   * @param path may have {@code {ticket}}, {@code {reference}} and {@code {name}} in it
   * @param answer its {@code file} points to the number or token of the upload
   */
  public record Upload(String method, String path, AttachForm form, Answer answer) {}

  /**
   * What an answer to a file means; as for a {@link Create}.
   *
   * @param file points to the file's own number in the answer; without it none is expected
   */
  public record Answer(
      Optional<String> file,
      Optional<String> successWhen,
      Optional<String> refusedWhen,
      Set<Integer> refusedStatus,
      Optional<String> refusalReason) {
    public Answer {
      refusedStatus = Set.copyOf(refusedStatus);
    }
  }

  /** In which form a file goes out. */
  public sealed interface AttachForm {}

  /**
   * As a part of {@code multipart/form-data}.
   *
   * @param file what its part is called
   * @param fields other parts before it: their names, and JSONata that gives a text
   */
  public record Parts(String file, Map<String, String> fields) implements AttachForm {
    public Parts {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** Within JSON, in base64; {@code body} is JSONata that puts {@code file.base64} somewhere. */
  public record Inline(String body) implements AttachForm {}

  /** The bytes alone, with their type. */
  public record Raw() implements AttachForm {}

  /**
   * How the files of a ticket are listed.
   *
   * @param path with {@code {ticket}} in it
   * @param name points to a file's name within an item
   * @param file points to its number within an item
   */
  public record FindFile(String path, String items, String name, Optional<String> file) {}

  /** The files of a change: a list within the item, and a name and an address within each. */
  public record Files(String list, String fileName, String url) {}
}
