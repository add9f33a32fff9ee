package id.aduan.lapor.documents.recap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecapLinesTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx"})
  void aTextThatASpreadsheetWouldComputeIsInert(String title) throws IOException {
    assertThat(written(title)).contains("'" + title);
  }

  @Test
  void quotesAndLinesAreKept() throws IOException {
    assertThat(written("a \"b\"\nc")).contains("\"a \"\"b\"\"\nc\"");
  }

  @Test
  void eachLineEndsAsTheStandardWants() throws IOException {
    assertThat(written("x").split("\r\n")).hasSize(2);
  }

  private static String written(String title) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecapLines.write(RecapRows.recap(List.of(RecapRows.one(1, title))), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
