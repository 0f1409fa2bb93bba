/** The list of any form: columns, filters, month, search, paging by key. */
package org.shegong.app.controls.list;
