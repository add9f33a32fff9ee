package id.aduan.lapor.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {

  @Test
  void whatXmlForbidsIsLeftOut() {
    assertThat(XmlText.legal("a\u0000b\u0001c\u000Bd\uFFFEe\uD800f\uFFFF")).isEqualTo("abcdef");
  }

  @Test
  void whatXmlAllowsStays() {
    String text = "tab\t baris\n <b>&amp;</b> ]]> \u00A0 \uE000 \uFFFD \uD83D\uDE4F \u202E";

    assertThat(XmlText.legal(text)).isSameAs(text);
  }
}
