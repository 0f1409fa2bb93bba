/** Finding records by what people type: Chinese, letters of pinyin, numbers and their ends. */
package org.shegong.db.search;
