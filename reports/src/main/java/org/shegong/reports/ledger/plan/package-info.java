/**
 * From read rows to drafts: whom and what each row means, whether the station has it already, and why it may
 * not be taken. One planner per kind; {@link org.shegong.reports.ledger.plan.Register} is the station as far as
 * planning needs it, the rows of this run included.
 */
package org.shegong.reports.ledger.plan;
