/**
 * Kantor Pertanahan Kabupaten Bintan (the land office): an agency of the central government
 * (instansi vertikal) with a document/literal SOAP 1.1 service of its own at {@code
 * /soap/pengaduan}, behind HTTP Basic, and an officers' page at {@code /loket}.
 *
 * <p>Refusals come in two forms. As an answer with {@code kodeHasil} other than "00": 11 a required
 * field is empty, 12 a field is too long, 13 an attachment is refused, 99 the system failed. As a
 * SOAP fault with a {@code GalatLayanan} inside: F01 no usable reference, F02 unknown
 * classification, F03 a page that cannot be had.
 *
 * <p>Statuses: 10 terdaftar, 20 diteliti, 30 dijawab, 40 selesai, 90 dikembalikan.
 */
@NullMarked
package id.aduan.lapor.bintan.vertical;

import org.jspecify.annotations.NullMarked;
