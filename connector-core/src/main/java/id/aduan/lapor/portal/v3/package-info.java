/** The v3 generation of the portal's wire: the only place where its words and field names stand. */
@NullMarked
package id.aduan.lapor.portal.v3;

import org.jspecify.annotations.NullMarked;
