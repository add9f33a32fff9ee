/**
 * The ticket system that the offices (OPD) of Kabupaten Bintan share: REST, its own Indonesian
 * vocabulary, its own numbers, and an officers' page at {@code /petugas}.
 *
 * <p>Every call under {@code /api/v2} carries the header {@code X-Kunci-Api}; a key sees the
 * tickets of its own unit only.
 *
 * <ul>
 *   <li>{@code POST /api/v2/tiket} makes a ticket: 201, or 422 with {@code galat}. There are no
 *       idempotency keys: the same request twice makes two tickets.
 *   <li>{@code GET /api/v2/tiket?no_referensi=...} finds tickets by the caller's reference.
 *   <li>{@code GET /api/v2/tiket/{nomor}} shows one ticket ({@code /} as {@code %2F}).
 *   <li>{@code GET /api/v2/perubahan?sejak=...&batas=50} lists what officers did, oldest first:
 *       public answers ({@code TANGGAPAN}), internal notes ({@code CATATAN}, {@code publik} false)
 *       and changes of status ({@code STATUS}) in one list.
 * </ul>
 *
 * <p>All times are Western Indonesian Time without a zone.
 */
@NullMarked
package id.aduan.lapor.bintan.opd;

import org.jspecify.annotations.NullMarked;
