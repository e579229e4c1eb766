// Two of our characters at least make a suffix ours, a letter and a digit, so that an order called `order-20261125` keeps its number.
const suffix = /-(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{8}$/;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const pattern = [letters, digits, letters, digits, letters, digits, letters, letters];

/**
 * A new id for one attempt at an order, such as `1042-k3v9q2xw`. NETOPIA takes each id once for ever, so every attempt needs its own.
 * `order` is the order's id or an object with it.
 */
export function attemptID(order: string | { readonly orderID: string }): string {
  const orderID = typeof order === 'string' ? order : order.orderID;
  const random = crypto.getRandomValues(new Uint32Array(pattern.length));
  return `${orderID}-${pattern.map((alphabet, place) => alphabet[(random[place] ?? 0) % alphabet.length]).join('')}`;
}

/** The order that an attempt's id belongs to; an id that `attemptID` did not make comes back as it is. */
export function orderOf(orderID: string): string {
  return orderID.replace(suffix, '');
}
