/** Verified copies of a station in one file, their rotation, and bringing one back. */
package org.shegong.db.backup;
