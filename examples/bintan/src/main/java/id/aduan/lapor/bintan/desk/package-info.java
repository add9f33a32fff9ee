/**
 * What every agency's system keeps, whatever its interface: tickets, officers' entries, and a
 * ledger of both. The words of an agency (status codes, ticket numbers) are handed in by its
 * system.
 */
@NullMarked
package id.aduan.lapor.bintan.desk;

import org.jspecify.annotations.NullMarked;
