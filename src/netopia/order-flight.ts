import type { Scope } from '../core/request.js';
import { createSingleFlight } from '../core/single-flight.js';
import { OrderConflictError } from './errors.js';
import type { PreparedStart } from './input.js';
import { isSameAmount } from './money.js';
import type { Started } from './types.js';

/** Joins the call under way for an order, or starts it. */
export type OrderFlight = (order: PreparedStart, scope: Scope, work: (scope: Scope) => Promise<Started>) => Promise<Started>;

/** One call at a time for each order; a call with another amount is refused meanwhile. `advice` says what to do when time runs out. */
export function createOrderFlight(name: string, advice: string): OrderFlight {
  const flight = createSingleFlight<Started>(name, advice);
  const underWay = new Map<string, PreparedStart>();

  return async (order, scope, work) => {
    const { orderID, amount, currency } = order;
    const other = underWay.get(orderID);
    if (other !== undefined && (!isSameAmount(other.amount, amount) || other.currency !== currency)) {
      const message = `${name} refused: the same call for order ${orderID} is under way with ${other.amount} ${other.currency}; nothing was sent`;
      throw new OrderConflictError(message, { orderID }, { operation: 'startPayment', outcome: 'not-sent' });
    }
    return flight(orderID, scope, async (signal) => {
      underWay.set(orderID, order);
      try {
        return await work({ ...scope, signal });
      } finally {
        if (underWay.get(orderID) === order) underWay.delete(orderID);
      }
    });
  };
}
