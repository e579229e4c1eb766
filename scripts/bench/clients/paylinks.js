import { createLinksClient } from 'paylinks';

/** As it comes: authentication, timeout, deadline, retries and validation are on. */
export function connect(options) {
  return createLinksClient(options);
}
