/** A client's page: facts, and everything about that person on one time line. */
package org.shegong.app.screens.client;
