/** Opening the station's encrypted file, and the one form-driven store of its records. */
package org.shegong.db.store;
