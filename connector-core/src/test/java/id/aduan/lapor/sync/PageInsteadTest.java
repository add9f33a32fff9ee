package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Attachment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageInsteadTest {
  @ParameterizedTest
  @CsvSource({
    "foto.jpg,https://x/1,text/html,true",
    "FOTO.JPG ,https://x/1,text/html,true",
    "surat.final.pdf,https://x/1,application/xhtml+xml,true",
    "../a/surat.docx,https://x/1,text/html,true",
    "lampiran,https://x/foto.png?token=1,text/html,true",
    "lampiran,https://x/foto.png#a.html,text/html,true",
    "foto.jpg,https://x/1,image/png,false",
    "foto.jpg,https://x/1,application/octet-stream,false",
    "berita.html,https://x/foto.jpg,text/html,false",
    "tabel.xls,https://x/1,text/html,false",
    "surat.doc,https://x/1,text/html,false",
    "lampiran,https://x/unduh?f=a.jpg,text/html,false",
    "'',https://x/foto.jpg/,text/html,false",
    "'',https://x.id,text/html,false"
  })
  void a_page_counts_as_the_file_only_where_it_may_be_one(
      String name, String url, String type, boolean instead) {
    assertThat(PageInstead.of(new Attachment(name, url), type)).isEqualTo(instead);
  }
}
