/** The station's records: what they are and how they are kept safe. */
package org.shegong.db;
