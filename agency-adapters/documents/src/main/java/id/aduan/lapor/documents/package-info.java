/**
 * Office documents as open formats (Permenkominfo 7/2013): letters, recaps, and a look at the files
 * of complaints. No part of it calls anybody.
 */
@NullMarked
package id.aduan.lapor.documents;

import org.jspecify.annotations.NullMarked;
