import { createLinksClient } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';

const sandbox = createSandbox();
const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });

// The server creates the link, then the answer is lost on its way back.
sandbox.inject({ operation: 'createLink', fault: 'drop-after', times: 1 });

const link = await links.createOnce({
  product: 'iPhone 14 Pro',
  amount: 350.41,
  reference: 'order-1042',
});
const all = await links.list();
console.log(link.reference, all.length);
// prints: order-1042 1
