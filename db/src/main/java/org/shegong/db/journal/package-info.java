/**
 * The one place where records are written. Each write keeps the row, the before and after of each changed field,
 * who, on which computer and when, in one transaction, and chains the entries by hash.
 */
package org.shegong.db.journal;
