/** What the connector needs of the portal. Implemented once per generation of its wire. */
@NullMarked
package id.aduan.lapor.portal;

import org.jspecify.annotations.NullMarked;
