/**
 * The older interfaces (portal-wire 3): {@code addstream} takes reports in XML, {@code f01} tells
 * topics. Nothing can be read back.
 */
@NullMarked
package id.aduan.lapor.portal.stream;

import org.jspecify.annotations.NullMarked;
