/**
 * The second key: content of sealed records under keys of their own, wrapped only for those assigned. Written in the
 * transaction of the step that the journal holds; read wherever records are read, on the connection that reads them.
 */
package org.shegong.db.journal.seal;
