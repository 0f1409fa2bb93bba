/** How long records are kept, which are due, and what of them is erased. */
package org.shegong.db.retention;
