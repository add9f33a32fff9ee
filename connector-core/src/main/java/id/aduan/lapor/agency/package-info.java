/**
 * What the connector needs of an agency's system. Implemented by the adapters, one per system
 * family.
 */
@NullMarked
package id.aduan.lapor.agency;

import org.jspecify.annotations.NullMarked;
