package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.ContractSteps.OURS;
import static id.aduan.lapor.testkit.ContractSteps.attach;
import static id.aduan.lapor.testkit.ContractSteps.file;
import static id.aduan.lapor.testkit.ContractSteps.onlyTicket;
import static id.aduan.lapor.testkit.ContractSteps.open;
import static id.aduan.lapor.testkit.SampleComplaints.identified;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link id.aduan.lapor.agency.Capability#ATTACH}. */
public interface AgencyAttachContract extends AgencyFixture {
  /** Whether the far end is left the file by a call before the one that puts it to the ticket. */
  default boolean uploadsFirst() {
    return false;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 49_151, 49_152, 49_153, 300_001})
  default void aFileArrivesByteForByte(int length) {
    DeliveryResult opened = open(this, identified(OURS));
    var sent = file(1, "foto.jpg", length);

    DeliveryResult result = attach(this, onlyTicket(this).number(), sent);

    assertThat(opened).isInstanceOf(Accepted.class);
    assertThat(result).isInstanceOf(Accepted.class);
    assertThat(farEnd().files())
        .containsExactly(
            new FarEnd.StoredFile(onlyTicket(this).number(), sent.name(), sent.sha256()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x",
        "..\\..\\x",
        "CON",
        "a\0.pdf",
        "\u202Efdp.exe",
        "-rf",
        ".htaccess",
        "a\r\nb",
        "%2e%2e%2f",
        "cafe\u0301.jpg",
        "caf\u00e9.jpg",
        "\"; x=\"",
        "<a>&amp;"
      })
  default void noNameOfAStrangerDoesAnythingThere(String name) {
    open(this, identified(OURS));
    var sent = file(2, name, 10);

    DeliveryResult result = attach(this, onlyTicket(this).number(), sent);

    assertThat(result).isInstanceOf(Accepted.class);
    assertThat(farEnd().files()).extracting(FarEnd.StoredFile::name).containsExactly(sent.name());
    assertThat(sent.name()).startsWith(OURS + "-2-").matches("[A-Za-z0-9._-]+");
  }

  @ParameterizedTest
  @Tag("C7")
  @EnumSource(
      value = Fault.class,
      names = {"CUT_AFTER_STORING", "CUT_IN_ANSWER", "SERVER_ERROR", "HTML_PAGE"})
  default void anEndThatNobodyKnowsIsUnknown(Fault fault) {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    farEnd().fail(fault);

    DeliveryResult result = attach(this, ticket, file(1, "foto.jpg", 100));

    if (uploadsFirst()) {
      // What was uploaded lies at no ticket, and may be uploaded again.
      assertThat(result)
          .isInstanceOfSatisfying(
              RetryLater.class,
              later -> assertThat(later.trouble()).isEqualTo(DeliveryResult.Trouble.ENTRY));
      assertThat(farEnd().files()).isEmpty();
      farEnd().recover();
      assertThat(attach(this, ticket, file(1, "foto.jpg", 100))).isInstanceOf(Accepted.class);
      assertThat(farEnd().files()).hasSize(1);
    } else {
      assertThat(result).isInstanceOf(Unknown.class);
    }
  }

  @Test
  @Tag("C7")
  @Tag("F69")
  default void aFileThatCannotBeReadToItsEndLeavesNothingThere() {
    open(this, identified(OURS));
    String ticket = onlyTicket(this).number();
    var whole = file(1, "foto.jpg", 200_000);
    var broken = ContractSteps.with(whole, new Breaking(whole.content()));

    DeliveryResult result = attach(this, ticket, broken);

    assertThat(result)
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> assertThat(later.trouble()).isEqualTo(DeliveryResult.Trouble.ENTRY));
    assertThat(farEnd().files()).isEmpty();
    assertThat(attach(this, ticket, whole)).isInstanceOf(Accepted.class);
    assertThat(farEnd().files()).hasSize(1);
    Happened.times("F69", 1, "a file whose bytes end half-way");
  }

  /** Can be read for a while. */
  record Breaking(Content whole) implements Content {
    @Override
    public long length() {
      return whole.length();
    }

    @Override
    public InputStream open() throws IOException {
      byte[] half = whole.open().readNBytes((int) whole.length() / 2);
      return new SequenceInputStream(
          new ByteArrayInputStream(half),
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
              return read();
            }
          });
    }
  }
}
