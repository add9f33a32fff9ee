/** What an agency may see, and how personal columns are sealed at rest. */
@NullMarked
package id.aduan.lapor.privacy;

import org.jspecify.annotations.NullMarked;
