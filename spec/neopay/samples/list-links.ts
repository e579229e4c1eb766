import { createLinksClient } from 'paylinks';
import { createSandbox } from 'paylinks/sandbox';

const sandbox = createSandbox();
const links = createLinksClient({ ...sandbox.credentials, fetch: sandbox.fetch });

await links.create({ product: 'iPhone 14 Pro', amount: 350.41 });
await links.create({ product: 'Annual membership', amount: 120 });

for (const link of await links.list()) {
  console.log(link.product, link.status);
}
// prints: iPhone 14 Pro draft
// prints: Annual membership draft
